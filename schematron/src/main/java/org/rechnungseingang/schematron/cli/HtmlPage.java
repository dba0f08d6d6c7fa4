package org.rechnungseingang.schematron.cli;

import static org.rechnungseingang.schematron.cli.Markup.element;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rechnungseingang.schematron.cli.Account.Gravity;
import org.rechnungseingang.schematron.cli.Markup.Element;

/** The page as a whole: head, overview, and an article a file. It loads nothing and runs nothing, which its policy says. */
final class HtmlPage {

    private static final String STYLE = "report.css";

    private static final Set<Phrase> NUMBERS = EnumSet.of(
            Phrase.HEAD_ERRORS,
            Phrase.HEAD_WARNINGS,
            Phrase.HEAD_NOTES,
            Phrase.HEAD_BESIDE,
            Phrase.COUNT,
            Phrase.IN_FILES);

    /** A file that could not be read, and why. */
    record Unread(String file, String reason) {}

    private final Language language;
    private final LocalDate on;
    private final List<Account> accounts;
    private final List<Unread> unread;
    private final Tally tally = new Tally();

    HtmlPage(Language language, LocalDate on, List<Account> accounts, List<Unread> unread) {
        this.language = language;
        this.on = on;
        this.accounts = accounts;
        this.unread = unread;
        accounts.forEach(tally::add);
    }

    Markup markup() {
        return element("html", head(), body()).with("lang", language.code());
    }

    private Markup head() {
        String css = css();
        String policy = "default-src 'none'; style-src 'sha256-" + hash(css) + "'; base-uri 'none'; form-action 'none'";
        return element(
                "head",
                element("meta").with("charset", "utf-8"),
                element("meta").with("http-equiv", "Content-Security-Policy").with("content", policy),
                element("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
                element("title", language.of(Phrase.REPORT)),
                new Markup.StyleSheet(css));
    }

    private Markup body() {
        String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(on);
        Element header = element(
                "header",
                element("h1", language.of(Phrase.REPORT)),
                element("p", language.of(Phrase.RULES_OF, day) + " " + tally.outcomes(language) + "."));
        Element main = element("main")
                .and(Stream.of(overview()))
                .and(frequent().stream())
                .and(unread().stream())
                .and(articles());
        return element("body", header, main);
    }

    private Markup overview() {
        Element head = row(
                Phrase.FILE,
                Phrase.RESULT,
                Phrase.RULE_SET,
                Phrase.HEAD_ERRORS,
                Phrase.HEAD_WARNINGS,
                Phrase.HEAD_NOTES,
                Phrase.HEAD_BESIDE);
        Element body = element("tbody")
                .and(IntStream.range(0, accounts.size()).mapToObj(number -> row(number, accounts.get(number))));
        Element table = element("table", element("thead", head), body);
        return element("section", element("h2", language.of(Phrase.OVERVIEW)).with("id", "top"), wide(table));
    }

    private Element row(Phrase... phrases) {
        return element("tr")
                .and(Stream.of(phrases)
                        .map(phrase -> element("th", language.of(phrase))
                                .with("scope", "col")
                                .with("class", NUMBERS.contains(phrase) ? "number" : "text")));
    }

    private Element row(int number, Account account) {
        Element link = element("a", account.file()).with("href", "#" + HtmlArticle.id(number));
        return element(
                "tr",
                element("th", link).with("scope", "row"),
                element("td", HtmlArticle.outcome(account, language)),
                element("td", account.ruleSet().orElse("–")),
                number(account.count(Gravity.ERROR)),
                number(account.count(Gravity.WARNING)),
                number(account.count(Gravity.NOTE)),
                number(account.countBeside()));
    }

    private static Element number(int number) {
        return element("td", Integer.toString(number)).with("class", "number");
    }

    /** A table may be wider than the screen; it then moves alone. */
    private Element wide(Element table) {
        return element("div", table)
                .with("class", "wide")
                .with("tabindex", "0")
                .with("role", "region")
                .with("aria-label", language.of(Phrase.OVERVIEW));
    }

    private Optional<Markup> frequent() {
        List<Tally.Frequency> frequent = tally.frequent();
        if (accounts.size() < 2 || frequent.isEmpty()) {
            return Optional.empty();
        }
        Element body = element("tbody")
                .and(frequent.stream()
                        .map(rule -> element(
                                "tr",
                                element("th", rule.rule()).with("scope", "row"),
                                number(rule.findings()),
                                number(rule.files()))));
        Element table = element("table", element("thead", row(Phrase.RULE, Phrase.COUNT, Phrase.IN_FILES)), body);
        return Optional.of(element("section", element("h2", language.of(Phrase.FREQUENT)), table));
    }

    private Optional<Markup> unread() {
        Element list =
                element("ul").and(unread.stream().map(file -> element("li", file.file() + ": " + file.reason())));
        return unread.isEmpty()
                ? Optional.empty()
                : Optional.of(element("section", element("h2", language.of(Phrase.NOT_READ)), list));
    }

    private Stream<Markup> articles() {
        return IntStream.range(0, accounts.size())
                .mapToObj(number -> new HtmlArticle(language, number, accounts.get(number)).markup());
    }

    private static String css() {
        try (InputStream css = HtmlPage.class.getResourceAsStream(STYLE)) {
            return new String(Optional.ofNullable(css).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hash(String css) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
