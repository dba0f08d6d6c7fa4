package org.rechnungseingang.schematron.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rechnungseingang.schematron.Finding;
import org.rechnungseingang.schematron.Findings;
import org.rechnungseingang.schematron.RuleSetName;
import org.rechnungseingang.schematron.Shadow;
import org.rechnungseingang.schematron.Verdict;
import tools.jackson.databind.json.JsonMapper;

/** One line of JSON a file, for programs. */
final class JsonReport implements Report {

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final PrintWriter out;
    private final Language language;

    JsonReport(PrintWriter out, Language language) {
        this.out = out;
        this.language = language;
    }

    @Override
    public void add(String file, Checked checked) {
        out.print(mapper.writeValueAsString(Line.of(file, checked, language)));
        out.print('\n');
        out.flush();
    }

    /** The line as it is written; faults of the text itself, and what others found, stand beside official findings. */
    record Line(
            String file,
            String outcome,
            @Nullable String ruleSet,
            List<Entry> findings,
            List<Fault> schema,
            List<Entry> own,
            List<Entry> local,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Next shadow) {

        static Line of(String file, Checked checked, Language language) {
            Verdict verdict = checked.verdict();
            List<Fault> faults = faults(verdict);
            Findings findings = faults.isEmpty() ? verdict.findings() : Findings.NONE;
            return new Line(
                    file,
                    verdict.outcome().wireName(),
                    verdict.ruleSet().map(RuleSetName::toString).orElse(null),
                    findings.stream()
                            .map(finding -> Entry.of(finding, text(finding, verdict, language)))
                            .toList(),
                    faults,
                    Entry.of(verdict.own()),
                    Entry.of(verdict.local()),
                    checked.shadow().map(Next::of).orElse(null));
        }

        /** What is our own text comes in the reader's language; the rules' text is official as it is. */
        private static String text(Finding finding, Verdict verdict, Language language) {
            if (verdict instanceof Verdict.Refused refused) {
                return language.of(refused.text(), refused.english());
            }
            return verdict instanceof Verdict.NoRuleSet none
                    ? language.of(none.text(), none.english())
                    : finding.text();
        }

        private static List<Fault> faults(Verdict verdict) {
            if (verdict instanceof Verdict.SchemaInvalid invalid) {
                return invalid.errors().stream()
                        .map(error -> new Fault(error.line(), error.text()))
                        .toList();
            }
            return verdict instanceof Verdict.NotWellFormed fault
                    ? List.of(new Fault(fault.line(), fault.text()))
                    : List.of();
        }
    }

    /** A finding of a rule or a gate. */
    record Entry(String rule, String level, String location, String text) {

        static Entry of(Finding finding, String text) {
            return new Entry(finding.rule(), finding.level().wireName(), finding.location(), text);
        }

        static List<Entry> of(Findings findings) {
            return findings.stream().map(finding -> of(finding, finding.text())).toList();
        }
    }

    /** What the next version of the rules finds: what it comes to, what comes on top and what goes away. */
    record Next(String ruleSet, String from, String outcome, List<Entry> added, List<Entry> gone) {

        static Next of(Shadow shadow) {
            return new Next(
                    shadow.rules().toString(),
                    shadow.from().toString(),
                    shadow.verdict().outcome().wireName(),
                    Entry.of(shadow.added()),
                    Entry.of(shadow.gone()));
        }
    }

    /** A fault of schema or form. */
    record Fault(int line, String text) {}
}
