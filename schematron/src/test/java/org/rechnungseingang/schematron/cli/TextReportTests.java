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

class TextReportTests {

    private static final RuleSetName TODAY = new RuleSetName("rules", "1");
    private static final RuleSetName NEXT = new RuleSetName("rules", "2");
    private static final LocalDate FROM = LocalDate.of(2026, 8, 17);

    private final StringWriter out = new StringWriter();

    private List<String> report(Language language, Verdict verdict, Optional<Shadow> shadow) {
        out.getBuffer().setLength(0);
        new TextReport(new PrintWriter(out), language, Terminal.NONE)
                .add("a.xml", new Checked(verdict, Optional.empty(), shadow));
        return out.toString().lines().toList();
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
        Verdict verdict = checked(Findings.NONE, finding("TOWN-1"));
        assertThat(report(Language.DE, verdict, Optional.empty()))
                .containsExactly(
                        "a.xml: angenommen  (rules 1)",
                        "",
                        "  Örtliche Regeln, ohne Einfluss auf das Ergebnis: 1 Fehler",
                        "    TOWN-1",
                        "      Text TOWN-1",
                        "");
        assertThat(report(Language.EN, verdict, Optional.empty()))
                .contains("  Local rules, without effect on the outcome: 1 error");
    }

    @Test
    void saysWhatTheNextVersionWillFind() {
        Verdict today = checked(finding("A"), Findings.NONE);
        Verdict next = checked(finding("B"), Findings.NONE);
        Optional<Shadow> shadow = Optional.of(new Shadow(NEXT, FROM, next, finding("B"), finding("A")));
        assertThat(report(Language.DE, today, shadow))
                .contains("  Ab 17.08.2026 gilt rules 2: abgelehnt; entfällt: A", "    B");
        assertThat(report(Language.EN, today, shadow))
                .contains("  From 2026-08-17 rules 2 is in force: rejected; gone: A", "    B");
    }

    @Test
    void saysThatNothingChangesOrThatItCouldNotBeFoundOut() {
        Verdict today = checked(Findings.NONE, Findings.NONE);
        assertThat(report(Language.DE, today, Optional.of(new Shadow(NEXT, FROM, today, Findings.NONE, Findings.NONE))))
                .contains("  Ab 17.08.2026 gilt rules 2: nichts ändert sich");
        Verdict failed = new Verdict.Failed(Optional.empty(), "engine", "a", "b", Findings.NONE, Optional.empty());
        assertThat(report(
                        Language.DE, today, Optional.of(new Shadow(NEXT, FROM, failed, Findings.NONE, Findings.NONE))))
                .contains("  Ab 17.08.2026 gilt rules 2: nicht zu Ende geprüft");
    }
}
