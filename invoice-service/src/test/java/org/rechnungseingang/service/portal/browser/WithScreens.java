package org.rechnungseingang.service.portal.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rechnungseingang.service.database.WithDatabase;
import org.rechnungseingang.service.town.Towns;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The real service with a town, its people and a few invoices, and a browser; skipped where there is no Chromium. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Chromium.class)
@WithDatabase
@Import({Invoices.class, Desk.class, Towns.class})
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "rechnungseingang.tenants.musterstadt.name=Stadt Musterstadt",
            "rechnungseingang.tenants.musterstadt.receipt-prefix=MST",
            "rechnungseingang.tenants.musterstadt.hosts=localhost",
            "rechnungseingang.people.musterstadt.offices.bau.name=Hochbauamt",
            "rechnungseingang.people.musterstadt.offices.bau.takes-unclaimed=true",
            "rechnungseingang.people.musterstadt.accounts.clerk.name=Ayşe Yıldız",
            "rechnungseingang.validation.musterstadt.local-rules=${basedir:.}/../samples/local-rules",
            "rechnungseingang.people.musterstadt.accounts.clerk.password=" + Visitor.PASSWORD,
            "rechnungseingang.people.musterstadt.accounts.clerk.roles=CLERK",
            "rechnungseingang.people.musterstadt.accounts.clerk.office=bau",
            "rechnungseingang.people.musterstadt.offices.bau.routing-ids=" + Desk.ROUTING_ID,
            "rechnungseingang.people.musterstadt.accounts.budget-holder.name=Bernd Kowalski",
            "rechnungseingang.people.musterstadt.accounts.budget-holder.password=" + Visitor.PASSWORD,
            "rechnungseingang.people.musterstadt.accounts.budget-holder.roles=BUDGET_HOLDER",
            "rechnungseingang.people.musterstadt.accounts.budget-holder.office=bau",
            "rechnungseingang.approval.musterstadt.powers[0].holder=clerk",
            "rechnungseingang.approval.musterstadt.powers[0].kind=certify",
            "rechnungseingang.approval.musterstadt.powers[0].grantor=Kämmerin",
            "rechnungseingang.approval.musterstadt.powers[0].document=DA 7",
            "rechnungseingang.approval.musterstadt.powers[0].valid-from=2026-01-01",
            "rechnungseingang.approval.musterstadt.powers[1].holder=budget-holder",
            "rechnungseingang.approval.musterstadt.powers[1].kind=order",
            "rechnungseingang.approval.musterstadt.powers[1].grantor=Kämmerin",
            "rechnungseingang.approval.musterstadt.powers[1].document=DA 7",
            "rechnungseingang.approval.musterstadt.powers[1].valid-from=2026-01-01",
            "rechnungseingang.people.musterstadt.accounts.auditor.name=Elif Schneider",
            "rechnungseingang.people.musterstadt.accounts.auditor.password=" + Visitor.PASSWORD,
            "rechnungseingang.people.musterstadt.accounts.auditor.roles=AUDITOR",
            "rechnungseingang.people.musterstadt.accounts.supplier.name=Frank Sauer",
            "rechnungseingang.people.musterstadt.accounts.supplier.password=" + Visitor.PASSWORD,
            "rechnungseingang.people.musterstadt.accounts.supplier.roles=SUPPLIER",
            "rechnungseingang.people.musterstadt.accounts.admin.name=Gesa Petersen",
            "rechnungseingang.people.musterstadt.accounts.admin.password=" + Visitor.PASSWORD,
            "rechnungseingang.people.musterstadt.accounts.admin.roles=ADMINISTRATOR",
            "rechnungseingang.operator.imprint=Stadt Musterstadt,Rathausplatz 1,12345 Musterstadt"
        })
@interface WithScreens {}
