package org.rechnungseingang.service.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rechnungseingang.service.intake.Receipt;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Everything works where the browser runs no script at all. */
@WithScreens
class WithoutScriptIT {

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
        visitor = Visitor.withoutScripts(browser, port);
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void filtersSearchesAndReviews() {
        visitor.as("clerk");
        visitor.page().click(".pills >> text=Alle");
        visitor.arrivesAt("/invoices?filter=all");
        visitor.page().fill("#q", invoices.number("ubl-02-skonto.xml"));
        visitor.page().click("main form button");
        visitor.arrivesAt("/invoices?filter=all&q=MST-").seesOnly(1, "tbody tr");

        visitor.page().click("tbody th a");
        visitor.arrivesAt(invoices.review("ubl-02-skonto.xml"));
        visitor.page().click(".tabs >> text=Laufzettel");
        visitor.sees("Prüfsumme");
        Download original = visitor.page().waitForDownload(() -> visitor.page().click("text=Original herunterladen"));
        assertThat(original.failure()).isNull();
    }

    @Test
    void uploadsAndShowsTheResultWhenThePageIsLoadedAgain(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("ohne-skript.txt"), "Hallo " + System.nanoTime());
        visitor.as("supplier").open("/upload");
        visitor.page().setInputFiles("#files", file);
        visitor.page().click("main button[type=submit]");
        visitor.sees("ohne-skript.txt");
        for (int times = 0; times < 60 && visitor.text().contains("Prüfung läuft"); times++) {
            visitor.page().waitForTimeout(500);
            visitor.page().click("text=Stand neu laden");
            visitor.sees("ohne-skript.txt");
        }

        visitor.sees("ohne-skript.txt", "keine E-Rechnung", "wer ihn hat, braucht keine Anmeldung");
        String statusPage =
                visitor.page().locator("#results a[href^='/status/']").getAttribute("href");
        visitor.page().context().clearCookies();
        visitor.open(statusPage);
        visitor.sees("Stand Ihrer Rechnung", "Angehalten");
    }

    @Test
    void decidesAndSavesWhatCameWithTheMail() {
        Receipt receipt = desk.open();
        visitor.as("clerk").open(Desk.review(receipt));
        visitor.page().click(".tabs >> text=Anlagen");
        visitor.sees("Lieferschein 4711.csv", "CSV-Tabelle");
        Download saved = visitor.page().waitForDownload(() -> visitor.page().click("text=Lieferschein 4711.csv"));
        assertThat(saved.failure()).isNull();

        visitor.page().click("text=Rückfrage stellen");
        visitor.page().fill("#text", "Welche Bestellung?");
        visitor.page().click("main button[type=submit]");
        visitor.arrivesAt(Desk.review(receipt)).sees("Die Rückfrage ist gestellt", "Welche Bestellung?");
        visitor.open(desk.status(receipt));
        visitor.sees("Rückfrage", "Welche Bestellung?");
    }

    @Test
    void assignsFromTheTriageDesk() {
        Receipt receipt = desk.unclaimed();
        visitor.as("clerk").open("/triage");
        visitor.page().click("tbody a[href$='" + receipt.receiptNumber() + "']");
        visitor.page().click("text=Stelle zuordnen");
        visitor.page().selectOption("#office", new SelectOption().setLabel("Hochbauamt"));
        visitor.page().click("main button[type=submit]");

        visitor.sees("Die Rechnung ist zugeordnet", "Zuständig: Hochbauamt");
    }

    @Test
    void sendsADeadLetterAgain() {
        invoices.leaveLying("ubl-01-schulbedarf.xml");
        visitor.as("admin");
        int before = visitor.page().locator("tbody tr").count();
        visitor.page().click("text=Erneut senden");

        visitor.seesOnly(before - 1, "tbody tr");
    }

    @Test
    void notesThatAMailAndAFeedbackAreSettled() {
        invoices.setAside();
        visitor.as("admin");
        for (String part : List.of("mails", "feedback")) {
            int before = visitor.page().locator("tbody tr").count();
            visitor.page().locator("form[action*=" + part + "] button").first().click();
            visitor.sees("Als erledigt vermerkt");
            visitor.seesOnly(before - 1, "tbody tr");
        }
    }
}
