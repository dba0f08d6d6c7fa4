package org.rechnungseingang.schematron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Our verdicts and those of the official validator on the same files. The official ones were made with version 1.3.15 of
 * the CEN rules: with that version not one may differ, with the version in force exactly those whose rules are new.
 */
class OfficialVerdictsTests {

    private static final LocalDate ON = LocalDate.of(2026, 11, 1);

    private static final Map<String, String> OUTCOMES =
            Map.of("rules-accept", "accept", "rules-reject", "reject", "schema-invalid", "schema-invalid");

    /** CII-SR-470, 475 and 476 came with 1.3.16, and CII-SR-464 asks for something else there. */
    private static final Map<String, String> NEW_IN_1_3_16 = Map.of(
            "xrechnung-testsuite/technical-cases/cius/01.01_comprehensive_test_uncefact.xml",
            "[CII-SR-475 warning, CII-SR-476 warning] []",
            "xrechnung-testsuite/business-cases/standard/03.03a-INVOICE_uncefact.xml",
            "[CII-SR-475 warning] []",
            "xrechnung-testsuite/business-cases/standard/03.07a-INVOICE_uncefact.xml",
            "[CII-SR-475 warning, CII-SR-476 warning] []",
            "xrechnung-rules/cii-br-de-25-test-bg-19-with-bt-86-2.xml",
            "[CII-SR-464 warning] []",
            "xrechnung-rules/cii-br-de-30-31-test-2.xml",
            "[CII-SR-470 error] []",
            "xrechnung-rules/cii-br-tmp-2-test.xml",
            "[CII-SR-475 warning] []");

    /** BR-CO-25 went with 1.3.16. */
    private static final Map<String, String> GONE_IN_1_3_16 = Map.of(
            "cen-fragments/Invoice-unit-UBL/BR-CO-15-2-1.xml", "[] [BR-CO-25 fatal]",
            "cen-fragments/Invoice-unit-UBL/BR-CO-15-2-2.xml", "[] [BR-CO-25 fatal]",
            "cen-fragments/Invoice-unit-UBL/BR-CO-15-2-3.xml", "[] [BR-CO-25 fatal]");

    @Test
    void agreesWithTheOfficialValidatorOnEveryFile() {
        assertThat(differences(Validator.official(), "verdicts.jsonl")).isEqualTo(new TreeMap<>(NEW_IN_1_3_16));
    }

    @Test
    void agreesWithTheCenRulesAloneOnEveryFragment() {
        assertThat(differences(Validator.official(), "cen-fragments.jsonl")).isEqualTo(new TreeMap<>(GONE_IN_1_3_16));
    }

    @Test
    void agreesWithoutExceptionInTheVersionOfTheOfficialVerdicts() {
        Validator validator = new Validator(withCenRules("1.3.15"), Validator.DEFAULT_LIMIT);
        assertThat(differences(validator, "verdicts.jsonl")).isEmpty();
        assertThat(differences(validator, "cen-fragments.jsonl")).isEmpty();
    }

    /** From path to "[more of ours] [more of theirs]", and the outcomes where they differ. */
    private static Map<String, String> differences(Validator validator, String file) {
        assumeThat(Corpus.find()).as(Corpus.SKIPPED).isPresent();
        Corpus corpus = Corpus.find().orElseThrow();
        Map<String, String> differences = new TreeMap<>();
        for (JsonNode line : corpus.lines(file)) {
            String path = line.get("path").asString();
            Verdict verdict = line.has("outcome")
                    ? validator.check(corpus.document(path), ON)
                    : validator.check(corpus.document(path), ON, "cen-ubl").orElseThrow();
            String difference = difference(rules(verdict), pairs(line.get("findings")))
                    + (line.has("outcome")
                            ? outcomes(verdict, line.get("outcome").asString())
                            : "");
            if (!difference.equals("[] []")) {
                differences.put(path, difference);
            }
        }
        return differences;
    }

    private static String difference(List<String> ours, List<String> theirs) {
        List<String> more = new ArrayList<>(ours);
        theirs.forEach(more::remove);
        List<String> less = new ArrayList<>(theirs);
        ours.forEach(less::remove);
        return more + " " + less;
    }

    private static String outcomes(Verdict verdict, String official) {
        String ours = verdict.outcome().wireName();
        return ours.equals(OUTCOMES.get(official)) ? "" : " " + ours + " for " + official;
    }

    private static List<String> rules(Verdict verdict) {
        Findings findings = verdict instanceof Verdict.SchemaInvalid ? Findings.NONE : verdict.findings();
        return findings.stream()
                .map(finding -> finding.rule() + " " + finding.level())
                .sorted()
                .toList();
    }

    private static List<String> pairs(JsonNode findings) {
        return findings.valueStream()
                .map(finding -> finding.get(0).asString() + " " + finding.get(1).asString())
                .sorted()
                .toList();
    }

    private static Catalogue withCenRules(String version) {
        Catalogue official = Catalogue.official();
        List<RuleSet> ruleSets =
                official.ruleSets().stream().map(set -> older(set, version)).toList();
        return new Catalogue(
                ruleSets,
                official.gates(),
                official.unknown(),
                official.imports(),
                official.documents(),
                official.content());
    }

    private static RuleSet older(RuleSet set, String version) {
        List<String> rules = set.rules().stream()
                .map(name -> name.replace("en16931/1.3.16/", "en16931/" + version + "/"))
                .toList();
        return new RuleSet(
                set.name(),
                set.title(),
                set.syntax(),
                set.profile(),
                set.from(),
                set.to(),
                rules,
                set.flags(),
                set.levels());
    }
}
