package org.rechnungseingang.schematron.cli;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rechnungseingang.schematron.Finding;
import org.rechnungseingang.schematron.Findings;
import org.rechnungseingang.schematron.RuleSetName;
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
        out.print(mapper.writeValueAsString(Line.of(file, verdict)));
        out.print('\n');
        out.flush();
    }

    /** The line as it is written; faults of the text itself and what we found ourselves stand beside official findings. */
    record Line(
            String file,
            String outcome,
            @Nullable String ruleSet,
            List<Entry> findings,
            List<Fault> schema,
            List<Entry> own) {

        static Line of(String file, Verdict verdict) {
            List<Fault> faults = faults(verdict);
            Findings findings = faults.isEmpty() ? verdict.findings() : Findings.NONE;
            return new Line(
                    file,
                    verdict.outcome().wireName(),
                    verdict.ruleSet().map(RuleSetName::toString).orElse(null),
                    entries(findings),
                    faults,
                    entries(verdict.own()));
        }

        private static List<Entry> entries(Findings findings) {
            return findings.stream().map(Entry::of).toList();
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

        static Entry of(Finding finding) {
            return new Entry(finding.rule(), finding.level().wireName(), finding.location(), finding.text());
        }
    }

    /** A fault of schema or form. */
    record Fault(int line, String text) {}
}
