package org.rechnungseingang.service.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rechnungseingang.service.intake.Receipt;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WithScreens
class WorkingIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Invoices invoices;

    @Autowired
    private Desk desk;

    private Visitor visitor;

    @BeforeEach
    void arrive(Browser browser) {
        invoices.checked();
        visitor = Visitor.at(browser, port);
    }

    @AfterEach
    void leaveWithoutComplaints() {
        assertThat(visitor.complaints()).isEmpty();
        visitor.close();
    }

    @Test
    void refusesAWrongPasswordAndSaysSo() {
        visitor.open("/login");
        visitor.page().fill("#username", "clerk");
        visitor.page().fill("#password", "something else");
        visitor.page().click("main button[type=submit]");

        visitor.arrivesAt("/login?error");
        visitor.sees("Benutzername und Passwort passen nicht zusammen");
    }

    @Test
    void showsWhatHasComeInAndWhatCameOfIt() {
        visitor.as("clerk").photograph("inbox");

        assertThat(visitor.where()).isEqualTo("/invoices");
        int rows = visitor.page().locator("tbody tr").count();
        assertThat(rows).isGreaterThanOrEqualTo(13);
        assertThat(row("pdf-ohne-xml.pdf").innerText()).contains("Keine E-Rechnung", "Angehalten");
        visitor.seesIn(".tally div >> nth=0", "Offen", Integer.toString(rows));
    }

    @Test
    void leavesOutOfTheInboxWhatIsNotAskedFor() {
        visitor.as("clerk");
        visitor.page().click(".pills >> text=Zu entscheiden");
        visitor.arrivesAt("/invoices?filter=to-decide").seesIn(".pills [aria-current]", "Zu entscheiden");

        assertThat(visitor.page().locator("tbody tr").count()).isGreaterThanOrEqualTo(1);
        assertThat(visitor.page().locator("tbody tr").allInnerTexts())
                .allMatch(text -> text.contains("Angehalten") || text.contains("Zugeordnet"));
    }

    @Test
    void findsWhileOneTypesAndKeepsTheFocus() {
        visitor.as("clerk");
        visitor.page().locator("#q").pressSequentially(invoices.number("ubl-02-skonto.xml"));
        visitor.page().waitForURL("**q=**");
        visitor.seesOnly(1, "tbody tr");

        assertThat(visitor.page().evaluate("() => document.activeElement.id")).isEqualTo("q");
        assertThat(visitor.page().inputValue("#q")).isEqualTo(invoices.number("ubl-02-skonto.xml"));
    }

    @Test
    void leadsToTheLoginWhenTheSessionHasEndedAndBackAgain() {
        visitor.as("clerk");
        visitor.page().context().clearCookies();
        visitor.page().click(".pills >> text=Alle");
        visitor.page().waitForURL("**/login");
        visitor.page().fill("#username", "clerk");
        visitor.page().fill("#password", Visitor.PASSWORD);
        visitor.page().click("main button[type=submit]");

        visitor.arrivesAt("/invoices?filter=all");
    }

    @Test
    void findsByAmountAndDate() {
        visitor.as("clerk").open("/invoices/search");
        visitor.page().fill("#from", "1,00");
        visitor.page().fill("#to", "9.999.999,00");
        visitor.page().fill("#since", "2020-01-01");
        visitor.page().click("main button[type=submit]");
        visitor.page().waitForSelector("tbody tr >> nth=3");
        visitor.photograph("search");

        visitor.page().fill("#from", "abc");
        visitor.page().click("main button[type=submit]");
        visitor.seesIn("[role=alert]", "Das ist kein Betrag");
    }

    @Test
    void showsAnInvoiceWithItsFindingsAtTheirFields() {
        visitor.as("clerk").open(invoices.review("leitweg-id-fehlt.xml"));
        visitor.photograph("review-finding");

        visitor.sees("Die Rechnung hat Fehler", "BR-DE-15", "Angehalten");
        visitor.seesIn("#field-BT-10", "nicht angegeben", "BR-DE-15");
        visitor.page().locator("#field-BT-10 a").click();
        visitor.arrivesAt(invoices.review("leitweg-id-fehlt.xml") + "#finding-");
    }

    @Test
    void showsWhatWeSawOurselvesApartFromTheOfficialFindings() {
        Receipt held = desk.held();
        visitor.as("clerk").open(Desk.review(held));
        visitor.photograph("review-own");

        visitor.sees("Die Rechnung ist formal richtig", "2 eigene Hinweise", "PDF: 99.999,00", "OWN-PDF-IBAN");
        visitor.seesIn(".decision", "Zahlung angehalten", "einen Weg, den Sie schon kennen");
        visitor.seesIn("#field-BT-84", "OWN-PDF-IBAN");
        visitor.seesOnly(0, "main a[href$='/decide/certify']");
        visitor.page().click(".actions >> text=Zahlungssperre aufheben");
        visitor.arrivesAt(Desk.decide(held, "lift-hold")).sees("Im PDF steht ein anderer Zahlbetrag");
        visitor.photograph("lift-hold");
        visitor.page().fill("#text", "Mit Frau Sonnberg unter der bekannten Nummer gesprochen.");
        visitor.page().click("main button[type=submit]");
        visitor.sees("Die Zahlungssperre ist aufgehoben", "Frau Sonnberg");
        visitor.page().click(".actions >> text=Feststellen");
        visitor.sees(
                "Bei der Prüfung ist aufgefallen", "OWN-PDF-TOTAL", "Geklärt mit diesem Vermerk: Mit Frau Sonnberg");
        visitor.photograph("certify-own");
    }

    @Test
    void showsWhatTheTownsOwnRulesFound() {
        visitor.as("clerk").open(Desk.review(desk.withoutOrder()));
        visitor.photograph("review-local");

        visitor.sees("1 Hinweis nach Ihren eigenen Regeln", "MUSTERSTADT-01");
    }

    @Test
    void showsTheOtherPartsInTheSamePage() {
        visitor.as("clerk").open(invoices.review("ubl-11-sechzig-positionen.xml"));
        visitor.page().click(".tabs >> text=Details");
        visitor.page().waitForURL("**part=details");

        visitor.sees("Positionen 1 bis 50 von 60");
        visitor.page().click("[rel=next]");
        visitor.sees("Positionen 51 bis 60 von 60");
        visitor.page().click(".tabs >> text=Laufzettel");
        visitor.page().waitForURL("**part=history");
        visitor.sees("Empfangen", "Geprüft", "Prüfsumme");
        visitor.page().goBack();
        visitor.seesIn(".tabs [aria-current]", "Details");
    }

    @Test
    void showsHostileTextAsTextAndRunsNothing() {
        visitor.as("clerk").open(invoices.review(Invoices.HOSTILE));
        visitor.photograph("review-hostile");

        visitor.sees("<script>alert(1)</script>", "<img src=x onerror=alert(1)>${7*7}");
        assertThat(visitor.page().title()).doesNotContain("\u202E");
        assertThat(visitor.text()).doesNotContain("\u202E").contains("\uFFFDfdp.exe");
        assertThat(visitor.page().locator("main script, main img").count()).isZero();
    }

    @Test
    void savesTheOriginalUnchangedAndNeverOpensIt() throws IOException {
        visitor.as("clerk").open(invoices.review("ubl-01-schulbedarf.xml"));
        Download download = visitor.page().waitForDownload(() -> visitor.page().click("text=Original herunterladen"));

        assertThat(download.suggestedFilename()).isEqualTo(invoices.number("ubl-01-schulbedarf.xml") + ".xml");
        assertThat(Files.readAllBytes(download.path()))
                .isEqualTo(Files.readAllBytes(Invoices.file("good/ubl-01-schulbedarf.xml")));
    }

    @Test
    void savesAFileThatLiesInsideTheInvoice() throws IOException {
        visitor.as("clerk").open(invoices.review("ubl-03-anhaenge.xml") + "?part=attachments");
        Download download = visitor.page().waitForDownload(() -> visitor.page().click("text=stunden.csv"));

        assertThat(download.suggestedFilename()).isEqualTo(invoices.number("ubl-03-anhaenge.xml") + "-2.csv");
        assertThat(Files.size(download.path())).isPositive();
        assertThat(visitor.open(invoices.review("ubl-03-anhaenge.xml") + "/attachments/9")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void takesFilesAndShowsWithinSecondsWhatCameOfThem(@TempDir Path folder) throws IOException {
        Path good = folder.resolve("neu.xml");
        String text = Files.readString(Invoices.file("good/ubl-01-schulbedarf.xml"));
        Files.writeString(good, text.replaceFirst("</cbc:Note>", " (" + System.nanoTime() + ")</cbc:Note>"));
        Path other = Files.write(
                folder.resolve("brief.txt"), ("Hallo " + System.nanoTime()).getBytes(StandardCharsets.UTF_8));
        Path empty = Files.createFile(folder.resolve("leer.xml"));

        visitor.as("supplier").open("/upload");
        visitor.page().setInputFiles("#files", new Path[] {good, other, empty});
        visitor.page().click("main button[type=submit]");
        visitor.arrivesAt("/upload?receipt=MST-");
        visitor.sees("neu.xml", "brief.txt", "leer.xml", "Die Datei ist leer");

        visitor.page()
                .waitForFunction(
                        "() => !document.querySelector('#results').innerText.includes('Prüfung läuft')",
                        null,
                        new Page.WaitForFunctionOptions().setTimeout(60_000));
        visitor.photograph("upload");
        visitor.sees("Eingegangen und in Ordnung", "aber keine E-Rechnung");
    }

    @Test
    void takesTheOthersWhenOneFileIsTooLarge(@TempDir Path folder) throws IOException {
        Path large = ofSize(folder.resolve("gross.xml"), 16);
        Path small = Files.writeString(folder.resolve("klein.txt"), "Hallo " + System.nanoTime());
        visitor.as("supplier").open("/upload");
        visitor.page().setInputFiles("#files", new Path[] {large, small});
        visitor.page().click("main button[type=submit]");

        visitor.sees("gross.xml", "größer als 15 MB", "klein.txt", "Eingangsnummer MST-");
    }

    @Test
    void saysSoWhenAllTogetherIsTooMuch(@TempDir Path folder) throws IOException {
        visitor.as("supplier").open("/upload");
        visitor.page().setInputFiles("#files", ofSize(folder.resolve("riesig.xml"), 101));
        visitor.page().click("main button[type=submit]");

        visitor.sees("Die Dateien sind zusammen zu groß", "keine angenommen");
    }

    @Test
    void sendsADeadLetterAgain() {
        invoices.leaveLying("ubl-02-skonto.xml");
        visitor.as("admin").photograph("dead-letters");

        visitor.arrivesAt("/dead-letters");
        visitor.sees("<b>disk</b> full");
        visitor.page().click("text=Erneut senden");
        visitor.sees("Erneut gesendet", invoices.number("ubl-02-skonto.xml"));
    }

    @Test
    void speaksEnglishWhenAskedAndRemembersIt() {
        visitor.as("clerk");
        visitor.page().click("text=English");
        visitor.open(invoices.review("ubl-02-skonto.xml"));
        visitor.photograph("review-english");

        assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo("en");
        visitor.sees("The invoice is formally correct", "Invoice number", "Received");
    }

    @Test
    void hidesFromOthersWhatIsNotTheirs() {
        visitor.as("supplier");
        assertThat(visitor.open(invoices.review("ubl-01-schulbedarf.xml")).status())
                .isEqualTo(404);
        visitor.sees("Das gibt es hier nicht");
        assertThat(visitor.open("/dead-letters").status()).isEqualTo(403);
        visitor.sees("nicht erlaubt");
    }

    private Locator row(String text) {
        return visitor.page().locator("tbody tr", new Page.LocatorOptions().setHasText(text));
    }

    private static Path ofSize(Path file, int megabytes) throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(megabytes * 1024L * 1024);
        }
        return file;
    }
}
