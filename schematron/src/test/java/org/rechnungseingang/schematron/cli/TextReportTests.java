package org.rechnungseingang.schematron.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.schematron.Finding;
import org.rechnungseingang.schematron.Findings;
import org.rechnungseingang.schematron.LegalClass;
import org.rechnungseingang.schematron.Level;
import org.rechnungseingang.schematron.RuleSetName;
import org.rechnungseingang.schematron.Shadow;
import org.rechnungseingang.schematron.Verdict;
import org.rechnungseingang.schematron.cli.CheckCommand.Language;
import picocli.CommandLine.Help.Ansi;

class TextReportTests {

    private static final RuleSetName TODAY = new RuleSetName("rules", "1");
    private static final RuleSetName NEXT = new RuleSetName("rules", "2");
    private static final LocalDate FROM = LocalDate.of(2026, 8, 17);

    private final StringWriter out = new StringWriter();

    private TextReport report(Language language) {
        return new TextReport(new PrintWriter(out), language, Ansi.OFF);
    }

    private static Findings finding(String rule) {
        return Findings.of(new Finding(
                rule, Level.ERROR, LegalClass.BUSINESS_RULE, "Text " + rule, "", List.of(), Optional.empty()));
    }

    private static Verdict checked(Findings findings, Findings local) {
        return new Verdict.Checked(TODAY, findings, Findings.NONE, local, 1);
    }

    @Test
    void putsLocalFindingsUnderAHeadingOfTheirOwn() {
        report(Language.DE).add("a.xml", checked(Findings.NONE, finding("TOWN-1")));
        assertThat(out.toString().lines())
                .containsExactly(
                        "a.xml: angenommen  rules 1",
                        "  Örtliche Regeln (ändern das amtliche Ergebnis nicht):",
                        "  Fehler TOWN-1",
                        "    Text TOWN-1");
        report(Language.EN).add("a.xml", checked(Findings.NONE, finding("TOWN-1")));
        assertThat(out.toString()).contains("Local rules (they do not change the official outcome):");
    }

    @Test
    void saysWhatTheNextVersionWillFind() {
        Verdict today = checked(finding("A"), Findings.NONE);
        Verdict next = checked(finding("B"), Findings.NONE);
        Shadow shadow = new Shadow(NEXT, FROM, next, finding("B"), finding("A"));
        report(Language.DE).add("a.xml", today, shadow);
        assertThat(out.toString().lines())
                .endsWith(
                        "  Ab 17.08.2026 gilt rules 2: dann abgelehnt; entfällt: A; zusätzlich:",
                        "  Fehler B",
                        "    Text B");
        report(Language.EN).add("a.xml", today, shadow);
        assertThat(out.toString()).contains("From 2026-08-17 rules 2 is in force: then reject; gone: A; on top:");
    }

    @Test
    void saysThatNothingChangesOrThatItCouldNotBeFoundOut() {
        Verdict today = checked(Findings.NONE, Findings.NONE);
        report(Language.DE).add("a.xml", today, new Shadow(NEXT, FROM, today, Findings.NONE, Findings.NONE));
        assertThat(out.toString()).contains("gilt rules 2: nichts ändert sich.");
        Verdict failed = new Verdict.Failed(Optional.empty(), "engine", "a", "b", Findings.NONE, Optional.empty());
        report(Language.DE).add("a.xml", today, new Shadow(NEXT, FROM, failed, Findings.NONE, Findings.NONE));
        assertThat(out.toString()).contains("gilt rules 2: nicht zu Ende geprüft");
    }
}
