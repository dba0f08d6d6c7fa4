package org.rechnungseingang.schematron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Our verdicts and those of the official validator on the same files. */
class OfficialVerdictsTests {

    private static final LocalDate ON = LocalDate.of(2026, 11, 1);

    private static final Map<String, String> OUTCOMES =
            Map.of("rules-accept", "accept", "rules-reject", "reject", "schema-invalid", "schema-invalid");

    private final Validator validator = Validator.official();

    @Test
    void agreesWithTheOfficialValidatorOnEveryFile() {
        Optional<Corpus> corpus = Corpus.find();
        assumeThat(corpus).as(Corpus.SKIPPED).isPresent();
        List<String> differences = new ArrayList<>();
        for (JsonNode line : corpus.orElseThrow().lines("verdicts.jsonl")) {
            String path = line.get("path").asString();
            Verdict verdict = validator.check(corpus.get().document(path), ON);
            List<String> ours = verdict instanceof Verdict.Checked ? rules(verdict) : List.of();
            List<String> theirs = pairs(line.get("findings"));
            if (!ours.equals(theirs)
                    || !verdict.outcome()
                            .wireName()
                            .equals(OUTCOMES.get(line.get("outcome").asString()))) {
                differences.add(path + "\n  ours " + verdict.outcome() + " " + ours + "\n  theirs "
                        + line.get("outcome").asString() + " " + theirs);
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void agreesWithTheCenRulesAloneOnEveryFragment() {
        Optional<Corpus> corpus = Corpus.find();
        assumeThat(corpus).as(Corpus.SKIPPED).isPresent();
        List<String> differences = new ArrayList<>();
        for (JsonNode line : corpus.orElseThrow().lines("cen-fragments.jsonl")) {
            String path = line.get("path").asString();
            Verdict verdict =
                    validator.check(corpus.get().document(path), ON, "cen-ubl").orElseThrow();
            List<String> ours = rules(verdict);
            List<String> theirs = pairs(line.get("findings"));
            if (!ours.equals(theirs)) {
                List<String> more = new ArrayList<>(ours);
                theirs.forEach(more::remove);
                List<String> less = new ArrayList<>(theirs);
                ours.forEach(less::remove);
                differences.add(path + " " + verdict.outcome() + " ours " + more + " theirs " + less);
            }
        }
        assertThat(differences).isEmpty();
    }

    private static List<String> rules(Verdict verdict) {
        return verdict.findings().stream()
                .map(finding -> finding.rule() + " " + finding.level())
                .sorted()
                .toList();
    }

    private static List<String> pairs(JsonNode findings) {
        return Stream.of(findings.valueStream().toArray(JsonNode[]::new))
                .map(finding -> finding.get(0).asString() + " " + finding.get(1).asString())
                .sorted()
                .toList();
    }
}
