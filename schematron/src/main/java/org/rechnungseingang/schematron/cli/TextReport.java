package org.rechnungseingang.schematron.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.stream.Collectors;
import org.rechnungseingang.schematron.Finding;
import org.rechnungseingang.schematron.Findings;
import org.rechnungseingang.schematron.Level;
import org.rechnungseingang.schematron.Outcome;
import org.rechnungseingang.schematron.Shadow;
import org.rechnungseingang.schematron.Verdict;
import org.rechnungseingang.schematron.cli.CheckCommand.Language;
import picocli.CommandLine.Help.Ansi;

/** Text for people, in colour where the terminal shows it. */
final class TextReport implements Report {

    private static final Map<Outcome, String> GERMAN = Map.of(
            Outcome.ACCEPT, "angenommen",
            Outcome.REJECT, "abgelehnt",
            Outcome.SCHEMA_INVALID, "nicht im Schema",
            Outcome.NOT_WELLFORMED, "nicht lesbares XML",
            Outcome.NO_RULE_SET, "kein Regelwerk",
            Outcome.REFUSED, "keine E-Rechnung",
            Outcome.ERROR, "nicht zu Ende geprüft");

    private static final Map<Level, String> LEVELS = Map.of(
            Level.FATAL, "Fehler", Level.ERROR, "Fehler", Level.WARNING, "Warnung", Level.INFORMATION, "Hinweis");

    private final PrintWriter out;
    private final Language language;
    private final Ansi ansi;

    TextReport(PrintWriter out, Language language, Ansi ansi) {
        this.out = out;
        this.language = language;
        this.ansi = ansi;
    }

    @Override
    public void add(String file, Verdict verdict) {
        String colour = verdict.outcome() == Outcome.ACCEPT ? "bold,green" : "bold,red";
        String rules = verdict.ruleSet().map(name -> "  " + name).orElse("");
        out.println(printable(file) + ": " + styled(colour, outcome(verdict.outcome())) + rules);
        explanation(verdict);
        local(verdict.local());
        out.flush();
    }

    @Override
    public void add(String file, Verdict verdict, Shadow shadow) {
        add(file, verdict);
        message(
                "Ab %td.%<tm.%<tY gilt %s: %s".formatted(shadow.from(), shadow.rules(), difference(shadow)),
                "From %tF %s is in force: %s".formatted(shadow.from(), shadow.rules(), difference(shadow)));
        shadow.added().forEach(this::finding);
        out.flush();
    }

    private String difference(Shadow shadow) {
        if (shadow.verdict().outcome() == Outcome.ERROR) {
            return outcome(Outcome.ERROR);
        }
        if (shadow.added().isEmpty() && shadow.gone().isEmpty()) {
            return language == Language.DE ? "nichts ändert sich." : "nothing changes.";
        }
        String gone = shadow.gone().stream().map(Finding::rule).distinct().collect(Collectors.joining(", "));
        return (language == Language.DE ? "dann %s; entfällt: %s; zusätzlich:%s" : "then %s; gone: %s; on top:%s")
                .formatted(
                        outcome(shadow.verdict().outcome()),
                        gone.isEmpty() ? "–" : gone,
                        shadow.added().isEmpty() ? " –" : "");
    }

    private void local(Findings findings) {
        if (!findings.isEmpty()) {
            message(
                    "Örtliche Regeln (ändern das amtliche Ergebnis nicht):",
                    "Local rules (they do not change the official outcome):");
            findings.forEach(this::finding);
        }
    }

    private void explanation(Verdict verdict) {
        if (verdict instanceof Verdict.Refused refused) {
            message(refused.text(), refused.english());
        } else if (verdict instanceof Verdict.NoRuleSet none) {
            message(none.text(), none.english());
        } else if (verdict instanceof Verdict.Failed failed) {
            message(failed.text(), failed.english());
            failed.findings().forEach(this::finding);
        } else {
            verdict.findings().forEach(this::finding);
            verdict.own().forEach(this::finding);
        }
    }

    private void message(String german, String english) {
        out.println("  " + (language == Language.DE ? german : english));
    }

    private void finding(Finding finding) {
        String colour = finding.level().blocks() ? "red" : finding.level() == Level.WARNING ? "yellow" : "cyan";
        String head = "  " + styled(colour, level(finding.level())) + " " + finding.rule();
        out.println(finding.location().isEmpty() ? head : head + "  " + printable(finding.location()));
        out.println("    " + printable(finding.text()));
        finding.value().ifPresent(value -> out.println("    = " + printable(value)));
    }

    private String outcome(Outcome outcome) {
        return language == Language.DE ? GERMAN.getOrDefault(outcome, outcome.wireName()) : outcome.wireName();
    }

    private String level(Level level) {
        return language == Language.DE ? LEVELS.getOrDefault(level, level.wireName()) : level.wireName();
    }

    private String styled(String style, String text) {
        return ansi.string("@|" + style + " " + text + "|@");
    }

    /** What comes from a file must not steer the terminal. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}]", "\ufffd");
    }
}
