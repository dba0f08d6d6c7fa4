package org.rechnungseingang.schematron.cli;

import static org.rechnungseingang.schematron.cli.Markup.element;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rechnungseingang.schematron.cli.Account.Gravity;
import org.rechnungseingang.schematron.cli.Account.Group;
import org.rechnungseingang.schematron.cli.Account.Remark;
import org.rechnungseingang.schematron.cli.Account.Spot;
import org.rechnungseingang.schematron.cli.Markup.Element;

/** The part of the page that tells of one file. */
final class HtmlArticle {

    private final Language language;
    private final int number;
    private final Account account;

    HtmlArticle(Language language, int number, Account account) {
        this.language = language;
        this.number = number;
        this.account = account;
    }

    /** The anchor: of our own making, so that nothing of a file's name gets into it. */
    static String id(int number) {
        return "file-" + (number + 1);
    }

    /** The outcome in words; colour only repeats them. */
    static Element outcome(Account account, Language language) {
        return element("span", language.of(Phrase.of(account.outcome())))
                .with("class", account.isAccepted() ? "outcome good" : "outcome bad");
    }

    Markup markup() {
        Element head = element("p", outcome(account, language))
                .and(account.ruleSet().map(name -> new Markup.Text(" " + name)).stream());
        boolean nothing = account.all().isEmpty() && account.message().isEmpty();
        return element("article", element("h2", account.file()), head)
                .with("id", id(number))
                .and(account.message().map(text -> element("p", text)).stream())
                .and(nothing ? Stream.of(element("p", language.of(Phrase.NOTHING))) : Stream.empty())
                .and(account.all().stream().map(this::group))
                .and(Stream.of(top()));
    }

    private Markup top() {
        return element("p", element("a", language.of(Phrase.TOP)).with("href", "#top"))
                .with("class", "top");
    }

    private Markup group(Group group) {
        return element("section", element("h3", group.title()))
                .with("class", gravity(group.gravity()))
                .and(group.remarks().stream().map(this::remark));
    }

    private static String gravity(Gravity gravity) {
        return gravity.name().toLowerCase(Locale.ROOT);
    }

    private Markup remark(Remark remark) {
        String count = remark.count() > 1 ? " ×" + remark.count() : "";
        return element("div", element("h4", remark.rule() + count))
                .with("class", "remark")
                .and(terms(remark).stream())
                .and(remark.explanation().map(text -> element("p", text)).stream())
                .and(spots(remark).stream())
                .and(remark.official().map(this::official).stream());
    }

    private static Optional<Markup> terms(Remark remark) {
        return remark.terms().isEmpty()
                ? Optional.empty()
                : Optional.of(element("p", String.join(" · ", remark.terms())).with("class", "terms"));
    }

    private Optional<Markup> spots(Remark remark) {
        long shown = remark.spots().stream().filter(spot -> !spot.isEmpty()).count();
        if (shown == 0) {
            return Optional.empty();
        }
        int more = remark.count() - remark.spots().size();
        String rest = more == 1 ? language.of(Phrase.ONE_MORE) : language.of(Phrase.MORE, more);
        return Optional.of(element("ul")
                .with("class", "spots")
                .and(remark.spots().stream().filter(spot -> !spot.isEmpty()).map(this::spot))
                .and(more > 0 ? Stream.of(element("li", rest)) : Stream.empty()));
    }

    private Markup spot(Spot spot) {
        return element("li")
                .and(spot.figures().map(text -> element("strong", text).with("class", "figures")).stream())
                .and(pair(Phrase.PLACE, Optional.of(spot.place()).filter(place -> !place.isEmpty())))
                .and(pair(Phrase.FOUND, spot.found().map(value -> value.isEmpty() ? "–" : value)));
    }

    private Stream<Markup> pair(Phrase name, Optional<String> value) {
        return value
                .map(text -> element(
                        "span", element("span", language.of(name) + ": ").with("class", "name"), code(text)))
                .map(pair -> (Markup) pair.with("class", "pair"))
                .stream();
    }

    /** A path may be broken where a step ends. */
    private static Markup code(String text) {
        return element("code")
                .and(Pattern.compile("(?<=/)")
                        .splitAsStream(text)
                        .flatMap(step -> Stream.of(new Markup.Text(step), element("wbr"))));
    }

    private Markup official(String text) {
        return element(
                        "p",
                        element("span", language.of(Phrase.OFFICIAL_TEXT) + ": ")
                                .with("class", "name"),
                        new Markup.Text(text))
                .with("class", "official");
    }
}
