package org.rechnungseingang.schematron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationTests {

    private static final int FREQUENT = 40;
    private static final Pattern TERM = Pattern.compile("B[TG]-(?:DEX-)?[0-9]+");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BR-DE-15",
                "BR-DE-18",
                "BR-CO-10",
                "BR-CO-15",
                "BR-S-08",
                "PEPPOL-EN16931-R010",
                "BR-CL-03",
                "BR-CL-08"
            })
    void tellsInBothLanguagesWhatToDo(String rule) {
        Explanation explanation = Explanation.of(rule).orElseThrow();

        assertThat(explanation.german()).contains("Bitte").doesNotContain(rule);
        assertThat(explanation.english()).contains("lease").isNotEqualTo(explanation.german());
        assertThat(terms(explanation.german())).isNotEmpty().isEqualTo(terms(explanation.english()));
    }

    @Test
    void hasNothingToSayOfARuleThatDoesNotExist() {
        assertThat(Explanation.of("BR-4711")).isEmpty();
    }

    @Test
    void explainsTheFortyRulesThatFailMostOftenInTheCorpus() {
        Optional<Corpus> corpus = Corpus.find();
        assumeThat(corpus).as(Corpus.SKIPPED).isPresent();
        Map<String, Long> counts = corpus.orElseThrow().lines("verdicts.jsonl").stream()
                .flatMap(verdict -> verdict.get("findings").valueStream())
                .collect(Collectors.groupingBy(finding -> finding.get(0).asString(), Collectors.counting()));

        assertThat(counts).hasSizeGreaterThan(FREQUENT);
        assertThat(counts.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .limit(FREQUENT)
                        .map(Map.Entry::getKey))
                .allSatisfy(rule -> assertThat(Explanation.of(rule)).as(rule).isPresent());
    }

    // An id that no rule has would be a slip of the pen.
    @Test
    void explainsOnlyRulesThatAreInForce() {
        String official = Catalogue.official().ruleSets().stream()
                .flatMap(set -> set.rules().stream())
                .distinct()
                .map(name -> new String(RuleFiles.read(name).orElseThrow(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());

        assertThat(Explanation.rules())
                .isNotEmpty()
                .filteredOn(rule -> !rule.startsWith("OWN-"))
                .allSatisfy(rule -> assertThat(official).contains(">" + rule + "<"));
    }

    private static TreeSet<String> terms(String text) {
        return TERM.matcher(text)
                .results()
                .map(result -> result.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
