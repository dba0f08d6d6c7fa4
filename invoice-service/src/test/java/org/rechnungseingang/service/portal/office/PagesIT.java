package org.rechnungseingang.service.portal.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rechnungseingang.service.access.Visitor;
import org.rechnungseingang.service.access.Who;
import org.rechnungseingang.service.intake.Receipt;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.town.Behind;
import org.rechnungseingang.service.town.Towns;
import org.rechnungseingang.service.town.WithTwoTowns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the office's pages say, as a browser without script gets them. */
@WithTwoTowns
class PagesIT {

    private static final String TOWN = "anstadt";
    private static final Path SAMPLES = Path.of(System.getProperty("basedir", "."), "..", "samples", "good");
    private static final String TOO_SHORT =
            "Einzelne Buchstaben und Ziffern werden nur als ganze Rechnungsnummer gesucht";

    @Autowired
    private Towns towns;

    @Autowired
    private Behind behind;

    @LocalServerPort
    private int port;

    @Test
    void tellASupplierOfHisOwnPartAndTheCheckOnly() throws IOException {
        Receipt receipt = handIn("ubl-01-schulbedarf.xml", supplier());
        String history = "/invoices/" + receipt.receiptNumber() + "?part=history";
        Visitor.of(Who.AUDITOR, port).get(history);

        String whole = Visitor.of(Who.TREASURER, port).get(history).body();
        String own = Visitor.of(Who.SUPPLIER, port).get(history).body();

        assertThat(whole).contains("Frank Sauer", "Elif Schneider");
        assertThat(entries(whole)).isEqualTo(4);
        assertThat(own).contains("Frank Sauer").doesNotContain("Elif Schneider");
        assertThat(entries(own)).isEqualTo(2);
    }

    @Test
    void warnWhereSomebodyHasChangedTheHistory() throws IOException {
        Receipt receipt = handIn("ubl-01-schulbedarf.xml", supplier());
        String history = "/invoices/" + receipt.receiptNumber() + "?part=history";
        Visitor treasurer = Visitor.of(Who.TREASURER, port);
        assertThat(treasurer.get(history).body()).contains("unversehrt").doesNotContain("Es wurde etwas verändert");

        behind.changePastAllConstraints(
                "update journal_entry set actor = 'Jemand anderes' where case_id = ? and number = 1",
                receipt.caseId().value());

        assertThat(treasurer.get(history).body())
                .contains("Es wurde etwas verändert", "Entry 1 was changed")
                .doesNotContain("Diese Kette ist eben nachgerechnet");
    }

    @ParameterizedTest
    @CsvSource({"ubl-07-gutschrift.xml", "cii-03-gutschrift.xml"})
    void callACreditNoteByItsName(String sample) throws IOException {
        Receipt receipt = handIn(sample, supplier());
        Visitor treasurer = Visitor.of(Who.TREASURER, port);

        String review = treasurer.get("/invoices/" + receipt.receiptNumber()).body();
        String found = treasurer
                .get("/invoices/search?number=" + receipt.receiptNumber())
                .body();

        assertThat(review).contains(">Gutschrift</span>", "gutgeschrieben").doesNotContain("zu zahlen");
        assertThat(found).contains(">Gutschrift</span>").doesNotContain("fällig");
    }

    @Test
    void callABillABill() throws IOException {
        Receipt receipt = handIn("ubl-01-schulbedarf.xml", supplier());
        Visitor treasurer = Visitor.of(Who.TREASURER, port);

        String review = treasurer.get("/invoices/" + receipt.receiptNumber()).body();
        String found = treasurer
                .get("/invoices/search?number=" + receipt.receiptNumber())
                .body();

        assertThat(review).contains("zu zahlen").doesNotContain("Gutschrift", "gutgeschrieben");
        assertThat(found).contains("fällig").doesNotContain("Gutschrift");
    }

    @ParameterizedTest
    @CsvSource({
        "/invoices?q=x, true",
        "/invoices?q=-, true",
        "/invoices?q=Mustermann, false",
        "/invoices?q=, false",
        "/invoices/search?supplier=x, true",
        "/invoices/search?number=7, true",
        "/invoices/search?supplier=Mustermann&number=7, false",
        "/invoices/search?from=7, false"
    })
    void sayWhereNothingIsLeftToLookFor(String path, boolean tooShort) {
        assertThat(Visitor.of(Who.TREASURER, port).get(path).body().contains(TOO_SHORT))
                .isEqualTo(tooShort);
    }

    @Test
    void journalOneReadingOfATabThatPolls() throws IOException {
        Receipt receipt = handIn("ubl-01-schulbedarf.xml", supplier());
        Visitor auditor = Visitor.of(Who.AUDITOR, port);

        for (int poll = 0; poll < 5; poll++) {
            assertThat(auditor.get("/invoices/" + receipt.receiptNumber() + "?part=overview")
                            .statusCode())
                    .isEqualTo(200);
        }

        assertThat(behind.count(
                        "journal_entry where kind = 'CaseRead' and actor = 'Elif Schneider' and case_id = ?",
                        receipt.caseId().value()))
                .isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "/invoices/ANS-2026-9999999-99, 404, Das gibt es hier nicht",
        "/dead-letters, 403, Das ist Ihnen nicht erlaubt",
        "/invoices/ANS-2026-9999999-99/attachments/x, 400, Diese Anfrage war nicht zu verstehen"
    })
    void sayWhatWentWrongOnAPageOfItsOwn(String path, int status, String title) {
        HttpResponse<String> answer = Visitor.of(Who.TREASURER, port).browse(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body())
                .contains("<p class=\"muted\">" + status + "</p>", "<h1>" + title + "</h1>", "Zur Startseite")
                .contains("<title>" + title);
    }

    private static long entries(String page) {
        return page.split("<time class=\"figure muted\"", -1).length - 1L;
    }

    private Receipt handIn(String sample, Actor sender) throws IOException {
        byte[] bytes = Files.readAllBytes(SAMPLES.resolve(sample));
        Receipt receipt =
                towns.receive(TOWN, sender, with(bytes, UUID.randomUUID().toString()));
        towns.awaitChecked(TOWN, receipt.caseId());
        return receipt;
    }

    // A comment after the end makes it another file and the same invoice.
    private static byte[] with(byte[] invoice, String comment) {
        String text = new String(invoice, StandardCharsets.UTF_8) + "<!-- " + comment + " -->";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Actor supplier() {
        return behind.sql()
                .sql("select id, name from account where tenant = ? and login = 'supplier'")
                .param(towns.town(TOWN).value())
                .query((row, number) -> Actor.person(row.getObject("id", UUID.class), row.getString("name")))
                .single();
    }
}
