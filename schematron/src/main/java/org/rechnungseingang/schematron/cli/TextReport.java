package org.rechnungseingang.schematron.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.rechnungseingang.schematron.cli.Account.Gravity;
import org.rechnungseingang.schematron.cli.Account.Group;
import org.rechnungseingang.schematron.cli.Account.Remark;
import org.rechnungseingang.schematron.cli.Account.Spot;

/** Text for people, in colour where the terminal shows it. */
final class TextReport implements Report {

    /** So many places of one rule are shown; the others are counted. */
    private static final int SPOTS = 3;

    private static final String RULE_INDENT = "    ";
    private static final String TEXT_INDENT = "      ";

    private final Lines lines;
    private final Language language;
    private final Tally tally = new Tally();

    TextReport(PrintWriter out, Language language, Terminal terminal) {
        this.lines = new Lines(out, terminal);
        this.language = language;
    }

    @Override
    public void add(String file, Checked checked) {
        Account account = Account.of(file, checked, language);
        tally.add(account);
        head(account);
        account.message().ifPresent(message -> lines.wrapped("  ", Style.PLAIN, message));
        account.all().forEach(this::group);
        if (!account.all().isEmpty() || account.message().isPresent()) {
            lines.empty();
        }
        lines.flush();
    }

    @Override
    public void end() {
        if (tally.files() > 1) {
            lines.line(lines.styled(Style.BOLD, tally.outcomes(language)));
            frequent();
            lines.flush();
        }
    }

    private void head(Account account) {
        Style style = account.isAccepted() ? Style.GOOD : Style.BAD;
        String rules = account.ruleSet().map(name -> "  (" + name + ")").orElse("");
        lines.line(lines.styled(Style.BOLD, account.file()) + ": "
                + lines.styled(style, language.of(Phrase.of(account.outcome()))) + lines.styled(Style.DIM, rules));
    }

    private void group(Group group) {
        lines.empty();
        lines.line("  " + lines.styled(style(group.gravity()), group.title()));
        group.remarks().forEach(remark -> remark(group, remark));
    }

    private void remark(Group group, Remark remark) {
        String count = remark.count() > 1 ? " ×" + remark.count() : "";
        lines.hanging(RULE_INDENT, style(group.gravity()), remark.rule() + count, String.join(", ", remark.terms()));
        remark.explanation().ifPresent(text -> lines.wrapped(TEXT_INDENT, Style.PLAIN, text));
        List<Spot> shown = remark.spots().stream()
                .limit(SPOTS)
                .filter(spot -> !spot.isEmpty())
                .toList();
        shown.forEach(this::spot);
        int more = remark.count() - shown.size();
        if (!shown.isEmpty() && more > 0) {
            lines.wrapped(
                    TEXT_INDENT,
                    Style.PLAIN,
                    more == 1 ? language.of(Phrase.ONE_MORE) : language.of(Phrase.MORE, more));
        }
        remark.official()
                .ifPresent(text -> lines.wrapped(TEXT_INDENT, Style.DIM, language.of(Phrase.OFFICIAL) + ": " + text));
    }

    private void spot(Spot spot) {
        spot.figures().ifPresent(text -> lines.wrapped(TEXT_INDENT, Style.BOLD, "→ " + text));
        pair(Phrase.PLACE, Optional.of(spot.place()).filter(place -> !place.isEmpty()));
        pair(Phrase.FOUND, spot.found().map(value -> value.isEmpty() ? "–" : value));
    }

    private void pair(Phrase name, Optional<String> value) {
        value.ifPresent(text -> lines.wrapped(TEXT_INDENT, Style.PLAIN, language.of(name) + ": " + text));
    }

    private void frequent() {
        List<Tally.Frequency> frequent = tally.frequent();
        if (frequent.isEmpty()) {
            return;
        }
        lines.line(language.of(Phrase.FREQUENT) + ":");
        int width =
                frequent.stream().mapToInt(rule -> rule.rule().length()).max().orElse(0);
        frequent.forEach(rule ->
                lines.line("  " + rule.rule() + " ".repeat(width - rule.rule().length() + 2)
                        + (rule.files() == 1
                                ? language.of(Phrase.TIMES_IN_ONE, rule.findings())
                                : language.of(Phrase.TIMES, rule.findings(), rule.files()))));
    }

    private static Style style(Gravity gravity) {
        return switch (gravity) {
            case ERROR -> Style.BAD;
            case WARNING -> Style.WARN;
            case NOTE -> Style.NOTE;
        };
    }
}
