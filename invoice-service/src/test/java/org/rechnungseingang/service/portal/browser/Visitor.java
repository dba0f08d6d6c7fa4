package org.rechnungseingang.service.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Somebody at a browser. Whatever the browser complains about, a broken policy above all, is kept and can be asked for. */
final class Visitor implements AutoCloseable {

    static final String PASSWORD = "a-password-of-the-tests";

    private static final List<String> WCAG_22_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final Path SCREENSHOTS =
            Path.of(System.getProperty("basedir", ".")).resolve("target/screenshots");

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);

    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(Browser browser, int port, Browser.NewContextOptions options) {
        this.context = browser.newContext(options);
        this.page = context.newPage();
        this.address = "http://localhost:" + port;
        page.onConsoleMessage(message -> {
            // That a page answers 4xx is said by the test that opens it.
            if (message.type().equals("error") && !message.text().contains("the server responded with a status of 4")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onDialog(dialog -> {
            complaints.add(page.url() + ": dialog " + dialog.message());
            dialog.dismiss();
        });
    }

    static Visitor at(Browser browser, int port) {
        return new Visitor(browser, port, german().setViewportSize(1440, 900));
    }

    static Visitor withoutScripts(Browser browser, int port) {
        return new Visitor(browser, port, german().setViewportSize(1440, 900).setJavaScriptEnabled(false));
    }

    /** The width that WCAG 1.4.10 asks for. */
    static Visitor onASmallDisplay(Browser browser, int port) {
        return new Visitor(browser, port, german().setViewportSize(320, 640));
    }

    /** Makes the display as small for so long. */
    void onASmallDisplay(Runnable look) {
        ViewportSize before = page.viewportSize();
        page.setViewportSize(320, 640);
        page.waitForFunction("() => window.innerWidth === 320");
        try {
            look.run();
        } finally {
            page.setViewportSize(before.width, before.height);
        }
    }

    private static Browser.NewContextOptions german() {
        return new Browser.NewContextOptions().setLocale("de-DE").setTimezoneId("Europe/Berlin");
    }

    Page page() {
        return page;
    }

    Visitor as(String login) {
        return as(login, PASSWORD);
    }

    Visitor as(String login, String password) {
        open("/login");
        page.fill("#username", login);
        page.fill("#password", password);
        page.click("main button[type=submit]");
        page.waitForURL(url -> !url.contains("/login"));
        return this;
    }

    Response open(String path) {
        return page.navigate(address + path);
    }

    String where() {
        return page.url().replace(address, "");
    }

    /** Waits until the page shows all of this: a click returns before what it leads to is there. */
    Visitor sees(String... texts) {
        return seesIn("main", texts);
    }

    /** Waits until this part of the page shows all of this. */
    Visitor seesIn(String selector, String... texts) {
        for (String text : texts) {
            assertThat(page.locator(selector))
                    .containsText(text, new LocatorAssertions.ContainsTextOptions().setUseInnerText(true));
        }
        return this;
    }

    /** Loads the page anew until this part of it shows this: what happens elsewhere takes its time. */
    Visitor seesAfterAWhile(String selector, String text) {
        long end = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (!String.join("\n", page.locator(selector).allInnerTexts()).contains(text)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(where() + " did not show " + text + " within " + LONG_ENOUGH);
            }
            page.waitForTimeout(200);
            page.reload();
        }
        return this;
    }

    /** Waits until the browser is at an address that begins with this. */
    Visitor arrivesAt(String path) {
        page.waitForURL(url -> url.startsWith(address + path));
        return this;
    }

    /** Waits until the page has so many of these. */
    Visitor seesOnly(int count, String selector) {
        assertThat(page.locator(selector)).hasCount(count);
        return this;
    }

    /** What the page shows now; after a click wait first, with {@link #sees}. */
    String text() {
        return page.locator("main").innerText();
    }

    List<String> complaints() {
        return complaints;
    }

    void see(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    /** Every fault that axe sees on the page that is open. */
    List<String> barriers() {
        // No page has frames: axe need not open another page to gather what it has seen in each.
        return new AxeBuilder(page)
                .setLegacyMode(true).withTags(WCAG_22_AA).analyze().getViolations().stream()
                        .map(this::describe)
                        .toList();
    }

    private String describe(Rule rule) {
        return where() + ": " + rule.getId() + " " + rule.getNodes().get(0).getTarget() + " "
                + rule.getNodes().get(0).getFailureSummary();
    }

    /** By how many pixels the page is wider than the display. */
    int overhang() {
        return ((Number) page.evaluate(
                        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }

    /** A picture for people, made only where {@code -Dscreenshots} asks: nothing is tested by it, and it takes long. */
    Visitor photograph(String name) {
        if (Boolean.getBoolean("screenshots")) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve(name + ".png"))
                    .setFullPage(true));
        }
        return this;
    }

    @Override
    public void close() {
        context.close();
    }
}
