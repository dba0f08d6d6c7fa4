package org.rechnungseingang.schematron.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rechnungseingang.invoice.BusinessTerm;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.schematron.Explanation;
import org.rechnungseingang.schematron.Finding;
import org.rechnungseingang.schematron.Findings;
import org.rechnungseingang.schematron.Level;
import org.rechnungseingang.schematron.Outcome;
import org.rechnungseingang.schematron.Shadow;
import org.rechnungseingang.schematron.Verdict;
import org.rechnungseingang.schematron.cli.Account.Gravity;
import org.rechnungseingang.schematron.cli.Account.Group;
import org.rechnungseingang.schematron.cli.Account.Remark;
import org.rechnungseingang.schematron.cli.Account.Spot;
import org.rechnungseingang.schematron.figures.Computed;

/** Sorts the findings of one file for people: by gravity, and those of one rule together. */
final class Remarks {

    /** More places of one rule are only counted. */
    private static final int MOST_SPOTS = 25;

    /** Attachments are no values that a person could read. */
    private static final String BINARY = "BinaryObject";

    /** A thing found at a place that may be no place of a tree. */
    private record Found(Gravity gravity, String rule, String text, String place, Optional<Finding> finding) {}

    private record Key(String rule, String text) {}

    private final Language language;
    private final Checked checked;
    private final Verdict verdict;
    private final Optional<Invoice> invoice;

    Remarks(Language language, Checked checked) {
        this.language = language;
        this.checked = checked;
        this.verdict = checked.verdict();
        this.invoice =
                verdict.ruleSet().isPresent() && !verdict.findings().isEmpty() ? checked.invoice() : Optional.empty();
    }

    List<Group> groups() {
        Map<Gravity, Map<Key, List<Found>>> sorted = found().collect(Collectors.groupingBy(
                Found::gravity,
                () -> new EnumMap<>(Gravity.class),
                Collectors.groupingBy(
                        found -> new Key(found.rule(), found.text()), LinkedHashMap::new, Collectors.toList())));
        List<Group> groups = new ArrayList<>();
        sorted.forEach((gravity, byRule) -> {
            List<Remark> remarks = byRule.values().stream().map(this::remark).toList();
            int count = remarks.stream().mapToInt(Remark::count).sum();
            groups.add(new Group(gravity, title(gravity, count, language), remarks));
        });
        return groups;
    }

    /** What was found beside the official rules, from each source a group. */
    List<Group> beside() {
        List<Group> groups = new ArrayList<>();
        source(Phrase.OWN_NOTES, verdict.own()).ifPresent(groups::add);
        source(Phrase.LOCAL_RULES, verdict.local()).ifPresent(groups::add);
        checked.shadow().map(this::next).ifPresent(groups::add);
        return groups;
    }

    private Optional<Group> source(Phrase title, Findings findings) {
        Map<Gravity, Long> counts = findings.stream()
                .collect(Collectors.groupingBy(
                        finding -> gravity(finding.level()), () -> new TreeMap<>(), Collectors.counting()));
        String how = counts.entrySet().stream()
                .map(count -> title(count.getKey(), count.getValue().intValue(), language))
                .collect(Collectors.joining(", "));
        return counts.keySet().stream()
                .findFirst()
                .map(gravest -> new Group(gravest, language.of(title) + ": " + how, remarks(findings)));
    }

    private Group next(Shadow shadow) {
        String title = language.of(Phrase.NEXT_VERSION, shadow.from(), shadow.rules(), difference(shadow));
        return new Group(Gravity.NOTE, title, remarks(shadow.added()));
    }

    private String difference(Shadow shadow) {
        String outcome = language.of(Phrase.of(shadow.verdict().outcome()));
        if (shadow.verdict().outcome() == Outcome.ERROR) {
            return outcome;
        }
        if (shadow.added().isEmpty() && shadow.gone().isEmpty()) {
            return language.of(Phrase.NOTHING_CHANGES);
        }
        String gone = shadow.gone().stream().map(Finding::rule).distinct().collect(Collectors.joining(", "));
        return gone.isEmpty() ? outcome : outcome + "; " + language.of(Phrase.GONE, gone);
    }

    private List<Remark> remarks(Findings findings) {
        return findings.stream()
                .map(Remarks::found)
                .collect(Collectors.groupingBy(
                        found -> new Key(found.rule(), found.text()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(this::remark)
                .toList();
    }

    /** {@code 2 Fehler}. */
    static String title(Gravity gravity, int count, Language language) {
        return switch (gravity) {
            case ERROR -> count == 1 ? language.of(Phrase.ONE_ERROR) : language.of(Phrase.ERRORS, count);
            case WARNING -> count == 1 ? language.of(Phrase.ONE_WARNING) : language.of(Phrase.WARNINGS, count);
            case NOTE -> count == 1 ? language.of(Phrase.ONE_NOTE) : language.of(Phrase.NOTES, count);
        };
    }

    private Stream<Found> found() {
        if (verdict instanceof Verdict.SchemaInvalid invalid) {
            return invalid.errors().stream()
                    .map(error -> atLine(error.line(), error.column(), error.code(), error.text()));
        }
        if (verdict instanceof Verdict.NotWellFormed fault) {
            return Stream.of(atLine(fault.line(), fault.column(), "XML", fault.text()));
        }
        boolean told = verdict instanceof Verdict.Refused || verdict instanceof Verdict.NoRuleSet;
        return told ? Stream.empty() : verdict.findings().stream().map(Remarks::found);
    }

    private Found atLine(int line, int column, String rule, String text) {
        return new Found(Gravity.ERROR, rule, text, language.of(Phrase.LINE, line, column), Optional.empty());
    }

    private static Found found(Finding finding) {
        return new Found(
                gravity(finding.level()), finding.rule(), finding.text(), finding.location(), Optional.of(finding));
    }

    private static Gravity gravity(Level level) {
        return switch (level) {
            case FATAL, ERROR -> Gravity.ERROR;
            case WARNING -> Gravity.WARNING;
            case INFORMATION -> Gravity.NOTE;
        };
    }

    private Remark remark(List<Found> alike) {
        Found first = alike.get(0);
        return new Remark(
                Printable.of(first.rule()),
                first.finding().map(this::terms).orElse(List.of()),
                explanation(first),
                isOfficial(first) ? Optional.of(Printable.of(first.text())) : Optional.empty(),
                alike.stream().limit(MOST_SPOTS).map(this::spot).toList(),
                alike.size());
    }

    private Optional<String> explanation(Found found) {
        Optional<Explanation> known = Explanation.of(found.rule());
        return isOfficial(found)
                ? known.map(text -> text.in(language.locale()))
                : Optional.of(Printable.of(
                        known.map(text -> inOneLanguage(text, found.text())).orElse(found.text())));
    }

    // Our own findings say it in both languages, and then what would be right.
    private String inOneLanguage(Explanation known, String text) {
        String both = known.german() + " / " + known.english();
        return known.in(language.locale()) + (text.startsWith(both) ? text.substring(both.length()) : "");
    }

    // A town's rules say in their own words all that there is to say, and our own checks have no others.
    private boolean isOfficial(Found found) {
        return found.finding()
                .map(finding -> Stream.of(verdict.own(), verdict.local())
                        .noneMatch(others -> others.list().contains(finding)))
                .orElse(true);
    }

    private Spot spot(Found found) {
        return new Spot(
                Printable.of(found.place()),
                found.finding()
                        .filter(finding -> !finding.location().endsWith(BINARY))
                        .flatMap(Finding::value)
                        .map(Printable::of),
                found.finding()
                        .flatMap(finding -> invoice.flatMap(content -> Computed.of(finding, content)))
                        .map(text -> Printable.of(text.in(language.locale()))));
    }

    private List<String> terms(Finding finding) {
        return finding.terms().stream()
                .map(term -> BusinessTerm.of(term)
                        .map(known -> term + " " + known.label(language.locale()))
                        .orElse(term))
                .toList();
    }
}
