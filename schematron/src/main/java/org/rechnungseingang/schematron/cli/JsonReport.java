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

    JsonReport(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void add(String file, Verdict verdict) {
        write(Line.of(file, verdict));
    }

    @Override
    public void add(String file, Verdict verdict, Shadow shadow) {
        write(Line.of(file, verdict).with(Next.of(shadow)));
    }

    private void write(Line line) {
        out.print(mapper.writeValueAsString(line));
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

        static Line of(String file, Verdict verdict) {
            List<Fault> faults = faults(verdict);
            Findings findings = faults.isEmpty() ? verdict.findings() : Findings.NONE;
            return new Line(
                    file,
                    verdict.outcome().wireName(),
                    verdict.ruleSet().map(RuleSetName::toString).orElse(null),
                    Entry.of(findings),
                    faults,
                    Entry.of(verdict.own()),
                    Entry.of(verdict.local()),
                    null);
        }

        Line with(Next next) {
            return new Line(file, outcome, ruleSet, findings, schema, own, local, next);
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

        static List<Entry> of(Findings findings) {
            return findings.stream().map(Entry::of).toList();
        }

        static Entry of(Finding finding) {
            return new Entry(finding.rule(), finding.level().wireName(), finding.location(), finding.text());
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
