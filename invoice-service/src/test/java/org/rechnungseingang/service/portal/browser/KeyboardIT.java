package org.rechnungseingang.service.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.intake.Receipt;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole way by keyboard: whatever has the focus must show it. */
@WithScreens
class KeyboardIT {

    private static final int MOST_STEPS = 120;

    @LocalServerPort
    private int port;

    @Autowired
    private Invoices invoices;

    @Autowired
    private Desk desk;

    private Visitor visitor;
    private final List<String> unseen = new ArrayList<>();

    @BeforeEach
    void arrive(Browser browser) {
        invoices.checked();
        visitor = Visitor.at(browser, port);
        // Where something is must not be measured while the page still glides there.
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void leadsFromTheLoginToTheReviewAndOut() {
        visitor.open("/login");
        tabTo("#username");
        type("clerk");
        tabTo("#password");
        type(Visitor.PASSWORD);
        press("Enter");
        visitor.page().waitForURL("**/invoices");

        tabTo(".pills a[href*=to-decide]");
        press("Enter");
        visitor.page().waitForURL("**/invoices?filter=to-decide");
        tabTo("tbody th a");
        press("Enter");
        visitor.page().waitForURL("**/invoices/MST-*");
        tabTo(".tabs a[href*=history]");
        press("Enter");
        visitor.page().waitForURL("**part=history");
        visitor.sees("Prüfsumme");
        assertThat(visitor.page().evaluate("() => document.activeElement.textContent"))
                .isEqualTo("Laufzettel");
        tabTo("header button");
        press("Enter");
        visitor.page().waitForURL("**/login?loggedOut");

        assertThat(unseen).as("had the focus and did not show it").isEmpty();
    }

    @Test
    void skipsToTheContent() {
        visitor.as("clerk");
        visitor.open("/invoices");
        press("Tab");
        assertThat(visitor.page().evaluate("() => document.activeElement.className"))
                .isEqualTo("skip");
        press("Enter");
        press("Tab");

        assertThat(visitor.page().evaluate("() => !!document.activeElement.closest('main')"))
                .isEqualTo(true);
    }

    @Test
    void uploadsAndSearches() {
        visitor.as("clerk").open("/invoices/search");
        tabTo("#supplier");
        type("nobody-of-this-name");
        press("Enter");
        visitor.page().waitForURL("**supplier=nobody**");
        visitor.sees("Keine Rechnung");

        visitor.open("/upload");
        tabTo("#files");
        tabTo("main button[type=submit]");
        assertThat(unseen).as("had the focus and did not show it").isEmpty();
    }

    @Test
    void settlesWhatWasLeftLying() {
        invoices.setAside();
        visitor.as("admin").open("/dead-letters");
        tabTo(".pills a[href='#feedback']");
        press("Enter");
        tabTo("section[aria-labelledby=feedback] summary");
        press("Enter");
        visitor.sees("The payment is REFUSED");
        tabTo("form[action*=feedback] button");
        press("Enter");
        visitor.sees("Als erledigt vermerkt");
        assertThat(unseen).as("had the focus and did not show it").isEmpty();
    }

    @Test
    void decidesAndLooksWhatCameWithTheMail() {
        Receipt receipt = desk.open();
        visitor.as("clerk").open(Desk.review(receipt));
        tabTo(".actions a[href$=certify]");
        press("Enter");
        visitor.arrivesAt(Desk.decide(receipt, "certify"));
        tabTo("#sums");
        press("Space");
        tabTo("main button[type=submit]");
        press("Enter");
        visitor.sees("Die Feststellung ist festgehalten");
        tabTo(".tabs a[href*=attachments]");
        press("Enter");
        visitor.sees("Lieferschein 4711.csv");
        tabTo("td a[href*=documents], th a[href*=documents]");

        visitor.open(Desk.decide(receipt, "refuse"));
        tabTo("#text");
        type(" ");
        tabTo("main button[type=submit]");
        press("Enter");
        visitor.seesIn("[role=alert]", "Bitte schreiben Sie etwas");
        tabTo("[role=alert] a");
        press("Enter");
        assertThat(visitor.page().evaluate("() => document.activeElement.id")).isEqualTo("text");
        assertThat(unseen).as("had the focus and did not show it").isEmpty();
    }

    @Test
    void assignsFromTheTriageDesk() {
        Receipt receipt = desk.unclaimed();
        visitor.as("clerk").open("/triage");
        tabTo("tbody a[href$='" + receipt.receiptNumber() + "']");
        press("Enter");
        visitor.arrivesAt(Desk.review(receipt));
        tabTo(".actions a[href$=assign]");
        press("Enter");
        visitor.arrivesAt(Desk.decide(receipt, "assign"));
        tabTo("#office");
        type("Hochbau");
        tabTo("main button[type=submit]");
        press("Enter");

        visitor.sees("Die Rechnung ist zugeordnet");
        assertThat(unseen).as("had the focus and did not show it").isEmpty();
    }

    private void tabTo(String selector) {
        for (int step = 0; step < MOST_STEPS; step++) {
            press("Tab");
            noteUnseenFocus();
            if (Boolean.TRUE.equals(
                    visitor.page().evaluate("selector => document.activeElement.matches(selector)", selector))) {
                return;
            }
        }
        throw new AssertionError(selector + " cannot be reached by keyboard on " + visitor.where());
    }

    private void noteUnseenFocus() {
        Object seen = visitor.page().evaluate("""
                () => {
                  const focused = document.activeElement;
                  const look = getComputedStyle(focused);
                  const outlined = look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2;
                  const shown = focused.getBoundingClientRect();
                  return focused === document.body || (outlined && shown.width > 0 && shown.bottom > 0);
                }""");
        if (!Boolean.TRUE.equals(seen)) {
            unseen.add(visitor.where() + ": "
                    + visitor.page().evaluate("() => document.activeElement.outerHTML.slice(0, 120)"));
        }
    }

    private void press(String key) {
        visitor.page().keyboard().press(key);
    }

    private void type(String text) {
        visitor.page().keyboard().type(text);
    }
}
