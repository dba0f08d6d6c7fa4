package org.rechnungseingang.service.portal.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.rechnungseingang.service.database.WithDatabase;
import org.springframework.boot.test.context.SpringBootTest;

/** A real server on a free port with a database of its own and two towns. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithDatabase
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "rechnungseingang.tenants.anstadt.name=Anstadt",
            "rechnungseingang.tenants.anstadt.receipt-prefix=ANS",
            "rechnungseingang.tenants.anstadt.api-token=" + Partner.TOKEN,
            "rechnungseingang.tenants.beistadt.name=Beistadt",
            "rechnungseingang.tenants.beistadt.receipt-prefix=BEI",
            "rechnungseingang.tenants.beistadt.api-token=" + Partner.OTHER_TOKEN
        })
@interface WithServer {}
