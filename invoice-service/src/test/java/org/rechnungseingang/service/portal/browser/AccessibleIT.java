package org.rechnungseingang.service.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.service.intake.Receipt;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every page, for everybody: WCAG 2.2 AA by axe in light and dark, and 320 pixels without scrolling sideways. */
@WithScreens
class AccessibleIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Invoices invoices;

    @Autowired
    private Desk desk;

    @BeforeEach
    void arrive() {
        invoices.checked();
        invoices.leaveLying("ubl-03-anhaenge.xml");
        invoices.setAside();
    }

    // Each page is opened once: it looks the same, however it came to its colours and its width.
    @Test
    void hasNoBarriersThatAProgramCanSeeAndFitsASmallDisplay(Browser browser) {
        List<String> barriers = new ArrayList<>();
        List<String> tooWide = new ArrayList<>();
        forEveryPage(Visitor.at(browser, port), visitor -> {
            for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                visitor.see(scheme);
                barriers.addAll(visitor.barriers());
                visitor.photograph(scheme.name().toLowerCase(Locale.ROOT) + name(visitor));
            }
            visitor.onASmallDisplay(() -> {
                visitor.photograph("narrow" + name(visitor));
                if (visitor.overhang() > 0) {
                    tooWide.add(visitor.where() + " by " + visitor.overhang());
                }
            });
        });

        assertThat(barriers).isEmpty();
        assertThat(tooWide).isEmpty();
    }

    @Test
    void wouldSeeABarrierAndAnOverhang(Browser browser) {
        try (Visitor visitor = Visitor.onASmallDisplay(browser, port)) {
            visitor.open("/login");
            visitor.page().evaluate("""
                    () => {
                      const wide = document.createElement('div');
                      wide.style.width = '900px';
                      wide.append(document.createElement('img'), 'wide');
                      document.querySelector('main').append(wide);
                      document.querySelector('label').remove();
                    }""");
            assertThat(visitor.barriers()).anyMatch(barrier -> barrier.contains("image-alt"));
            assertThat(visitor.barriers()).anyMatch(barrier -> barrier.contains("label"));
            assertThat(visitor.overhang()).isPositive();
        }
    }

    // The same as the browser's own choice, by the link in the footer.
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void hasNoBarriersInAChosenTheme(String theme, Browser browser) {
        try (Visitor visitor = Visitor.at(browser, port)) {
            visitor.see(theme.equals("dark") ? ColorScheme.LIGHT : ColorScheme.DARK);
            visitor.as("clerk").open(invoices.review("leitweg-id-fehlt.xml") + "?theme=" + theme);
            assertThat(visitor.page().locator("html").getAttribute("data-kern-theme"))
                    .isEqualTo(theme);
            assertThat(visitor.barriers()).isEmpty();
            visitor.open("/invoices");
            assertThat(visitor.page().locator("html").getAttribute("data-kern-theme"))
                    .isEqualTo(theme);
        }
    }

    private void forEveryPage(Visitor visitor, Consumer<Visitor> look) {
        try (visitor) {
            for (String page : List.of("/login", "/login?error", "/login?throttled", "/login?loggedOut")) {
                look(visitor, page, look);
            }
            visitor.as("clerk");
            ofTheClerk().forEach(page -> look(visitor, page, look));
            invoices.reviews().forEach(page -> look(visitor, page, look));
            look(visitor, invoices.refusedByFinance(), look);
            visitor.page().click("text=Abmelden");
            lookAtTheDecisions(visitor, look);
            visitor.as("admin");
            look(visitor, "/dead-letters", look);
            look(visitor, "/invoices?forbidden", look);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    private void lookAtTheDecisions(Visitor visitor, Consumer<Visitor> look) {
        for (Receipt receipt :
                List.of(desk.open(), desk.asked(), desk.unclaimed(), invoices.receipt("leitweg-id-fehlt.xml"))) {
            look(visitor, desk.status(receipt), look);
        }
        look(visitor, desk.status(invoices.receipt("pdf-ohne-xml.pdf")), look);
        look(visitor, "/status/" + invoices.number("pdf-ohne-xml.pdf") + "/guessed", look);
        visitor.as("clerk");
        desk.showTheClerksPages(visitor, look);
        visitor.page().click("text=Abmelden");
        visitor.as("budget-holder");
        desk.showTheBudgetHoldersPages(visitor, look);
        visitor.page().click("text=Abmelden");
    }

    private static void look(Visitor visitor, String page, Consumer<Visitor> look) {
        visitor.open(page);
        look.accept(visitor);
    }

    private Stream<String> ofTheClerk() {
        String review = invoices.review("ubl-03-anhaenge.xml");
        return Stream.of(
                "/invoices",
                "/invoices?filter=to-decide",
                "/invoices?q=nothing-like-this",
                "/invoices?filter=all&lang=en",
                "/invoices?lang=de",
                "/invoices/search",
                "/invoices/search?from=abc&since=yesterday",
                "/invoices/search?from=1",
                review + "?part=details",
                review + "?part=extras",
                review + "?part=attachments",
                review + "?part=history",
                "/upload",
                "/upload?receipt=" + invoices.number("ubl-01-schulbedarf.xml"),
                "/pages/imprint",
                "/pages/privacy",
                "/pages/accessibility",
                "/invoices/unknown");
    }

    private String name(Visitor visitor) {
        return visitor.where().replaceAll("MST-2026-0*(\\d+)-\\d\\d", "$1").replaceAll("[^A-Za-z0-9]+", "-");
    }
}
