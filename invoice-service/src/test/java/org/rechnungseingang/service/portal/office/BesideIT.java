package org.rechnungseingang.service.portal.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.access.Visitor;
import org.rechnungseingang.service.access.Who;
import org.rechnungseingang.service.intake.Receipt;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.notice.StatusPages;
import org.rechnungseingang.service.town.APdf;
import org.rechnungseingang.service.town.AnInvoice;
import org.rechnungseingang.service.town.Behind;
import org.rechnungseingang.service.town.Towns;
import org.rechnungseingang.service.town.WithTwoTowns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is found beside the official rules: all of it for the town, for a supplier what he can mend. */
@WithTwoTowns
class BesideIT {

    private static final String TOWN = "anstadt";
    private static final String BAUAMT = "04011000-1234512345-06";
    private static final String FORGED_IBAN = "DE75512108001245126199";

    @Autowired
    private Towns towns;

    @Autowired
    private Behind behind;

    @Autowired
    private StatusPages pages;

    @LocalServerPort
    private int port;

    @Test
    void showsTheTownOurOwnNotesBelowTheOfficialResult() {
        Receipt receipt = received(forged());
        String review = review(Who.CLERK, receipt);

        assertThat(review)
                .contains("Die Rechnung ist formal richtig", "2 eigene Hinweise", "ändert es nichts", "OWN-PDF-TOTAL")
                .contains("In der E-Rechnung:", "PDF: 99.999,00", "PDF: " + FORGED_IBAN)
                .contains("Im PDF steht eine andere IBAN")
                .doesNotContain("The PDF shows another IBAN", "id=\"findings\"");
        assertThat(Visitor.of(Who.CLERK, port)
                        .get("/invoices/" + receipt.receiptNumber() + "?lang=en")
                        .body())
                .contains("2 notes of our own", "The PDF shows another IBAN")
                .doesNotContain("Im PDF steht eine andere IBAN");
    }

    @Test
    void showsTheTownWhatItsOwnRulesFound() {
        Receipt receipt = received(AnInvoice.sample("good/ubl-04-zwei-steuersaetze.xml")
                .number("RE-" + UUID.randomUUID())
                .to(BAUAMT)
                .bytes());

        assertThat(review(Who.CLERK, receipt))
                .contains(
                        "1 Hinweis nach Ihren eigenen Regeln",
                        "MUSTERSTADT-01",
                        "braucht Musterstadt die Bestellnummer")
                .doesNotContain("id=\"own\"");
        assertThat(review(Who.SUPPLIER, receipt)).doesNotContain("MUSTERSTADT-01", "id=\"local\"");
        assertThat(status(receipt)).doesNotContain("MUSTERSTADT-01");
    }

    @Test
    void tellsASupplierNothingOfASuspicion() {
        Receipt receipt = received(forged());
        String history = "/invoices/" + receipt.receiptNumber() + "?part=history";

        for (String page : new String[] {
            status(receipt),
            review(Who.SUPPLIER, receipt),
            Visitor.of(Who.SUPPLIER, port).get(history).body()
        }) {
            assertThat(page)
                    .contains("Angehalten")
                    .doesNotContain(
                            "OWN-PDF", FORGED_IBAN, "99.999", "andere IBAN", "eigene Hinweise", "Zahlung angehalten");
        }
        assertThat(Visitor.of(Who.TREASURER, port).get(history).body()).contains("Zahlung angehalten", "OWN-PDF-IBAN");
    }

    @Test
    void tellsASupplierWhatHeCanMend() {
        Receipt receipt =
                received(AnInvoice.anInvoice().to("rechnung@anstadt.example").bytes());

        assertThat(status(receipt))
                .contains("Was Sie verbessern können", "OWN-ROUTING-EMAIL", "Bitte die Leitweg-ID vom Auftraggeber");
        assertThat(review(Who.SUPPLIER, receipt)).contains("1 eigener Hinweis", "OWN-ROUTING-EMAIL");
    }

    @Test
    void sayWhyAPaymentIsHeldWhereOneDecides() {
        Receipt receipt = received(forged());
        String lift = "/invoices/" + receipt.receiptNumber() + "/decide/lift-hold";

        assertThat(review(Who.CLERK, receipt))
                .contains("Zahlung angehalten", lift)
                .doesNotContain("/decide/certify", "/decide/order");
        assertThat(Visitor.of(Who.CLERK, port).get(lift).body())
                .contains("Was geklärt ist", "Im PDF steht ein anderer Zahlbetrag", "PDF: " + FORGED_IBAN);
        assertThat(Visitor.of(Who.SUPPLIER, port).get(lift).statusCode()).isEqualTo(403);
        assertThat(Visitor.of(Who.TREASURER, port).get(lift).statusCode()).isEqualTo(403);
    }

    private static byte[] forged() {
        return APdf.saying("Zu zahlen: 99.999,00 EUR", "IBAN DE75 5121 0800 1245 1261 99")
                .to(BAUAMT)
                .numberedAnew()
                .bytes();
    }

    private String review(Who who, Receipt receipt) {
        return Visitor.of(who, port).get("/invoices/" + receipt.receiptNumber()).body();
    }

    private String status(Receipt receipt) {
        String secret = towns.in(TOWN, () -> pages.secretOf(receipt.caseId()));
        return Visitor.of(Who.ANONYMOUS, port)
                .get("/status/" + receipt.receiptNumber() + "/" + secret)
                .body();
    }

    private Receipt received(byte[] bytes) {
        Receipt receipt = towns.receive(TOWN, supplier(), bytes);
        towns.awaitChecked(TOWN, receipt.caseId());
        return receipt;
    }

    private Actor supplier() {
        return behind.sql()
                .sql("select id, name from account where tenant = ? and login = 'supplier'")
                .param(towns.town(TOWN).value())
                .query((row, number) -> Actor.person(row.getObject("id", UUID.class), row.getString("name")))
                .single();
    }
}
