package org.rechnungseingang.service.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Everything works where the browser runs no script at all. */
@WithScreens
class WithoutScriptIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Invoices invoices;

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
        assertThat(visitor.where()).isEqualTo("/invoices?filter=all");
        visitor.page().fill("#q", invoices.number("ubl-02-skonto.xml"));
        visitor.page().click("main form button");
        assertThat(visitor.where()).contains("filter=all", "q=MST-");
        assertThat(visitor.page().locator("tbody tr").count()).isEqualTo(1);

        visitor.page().click("tbody th a");
        assertThat(visitor.where()).isEqualTo(invoices.review("ubl-02-skonto.xml"));
        visitor.page().click(".tabs >> text=Laufzettel");
        assertThat(visitor.text()).contains("Prüfsumme");
        Download original = visitor.page().waitForDownload(() -> visitor.page().click("text=Original herunterladen"));
        assertThat(original.failure()).isNull();
    }

    @Test
    void uploadsAndShowsTheResultWhenThePageIsLoadedAgain(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("ohne-skript.txt"), "Hallo " + System.nanoTime());
        visitor.as("supplier").open("/upload");
        visitor.page().setInputFiles("#files", file);
        visitor.page().click("main button[type=submit]");
        for (int times = 0; times < 60 && visitor.text().contains("Prüfung läuft"); times++) {
            visitor.page().waitForTimeout(500);
            visitor.page().click("text=Stand neu laden");
        }

        assertThat(visitor.text()).contains("ohne-skript.txt", "keine E-Rechnung");
    }

    @Test
    void sendsADeadLetterAgain() {
        invoices.leaveLying("ubl-01-schulbedarf.xml");
        visitor.as("admin");
        int before = visitor.page().locator("tbody tr").count();
        visitor.page().click("text=Erneut senden");

        assertThat(visitor.page().locator("tbody tr").count()).isEqualTo(before - 1);
    }
}
