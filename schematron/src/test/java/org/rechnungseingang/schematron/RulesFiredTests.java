package org.rechnungseingang.schematron;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.document.Document;
import tools.jackson.databind.JsonNode;

/** Which official rules our tests make fire; {@code target/rules-fired.md} has the lists. */
class RulesFiredTests {

    private static final Pattern TERM = Pattern.compile("\\bB[TG]-(?:DEX-|X-)?[0-9]+");

    private static final Pattern PLACE =
            Pattern.compile("(/(ubl|cn|cac|cbc|ext|rsm|ram|udt|qdt):[A-Za-z]+(\\[[1-9][0-9]*])?)+(/@[A-Za-z]+)?");

    private final RulesFired fired = new RulesFired();
    private final List<Finding> findings = new ArrayList<>();

    @Test
    void fireAllButThoseOfWhichItIsSaidWhyTheyCannot() throws IOException {
        SmallCase.Reader.all().forEach(this::take);
        samples().forEach(this::check);
        Map<String, Integer> counts = fired.counts();
        Map<String, Set<String>> silent = fired.silent();
        Corpus.find().ifPresent(this::check);

        Files.write(Path.of("target", "rules-fired.md"), report(counts));
        assertThat(findings.stream().filter(finding -> !hasAPlaceForPeople(finding)))
                .extracting(Finding::rule)
                .containsOnly("RULES-BROKE-DOWN");
        assertThat(fired.never())
                .allSatisfy(
                        (file, never) -> assertThat(silent.get(file)).as(file).containsExactlyElementsOf(never));
    }

    private List<String> report(Map<String, Integer> counts) {
        long named = findings.stream()
                .filter(finding -> TERM.matcher(finding.text()).find())
                .count();
        long known =
                findings.stream().filter(finding -> !finding.terms().isEmpty()).count();
        List<String> lines = new ArrayList<>(fired.report(counts));
        lines.add("");
        lines.add("Of %d findings %d have a business term in their text, and %d with the terms of their places."
                .formatted(findings.size(), named, known));
        return lines;
    }

    private static boolean hasAPlaceForPeople(Finding finding) {
        return PLACE.matcher(finding.location()).matches();
    }

    private void take(SmallCase small) {
        Verdict verdict = SmallCasesTests.check(small);
        fired.take(small, verdict);
        collect(verdict);
    }

    private void take(Verdict verdict) {
        fired.take(verdict);
        collect(verdict);
    }

    private void collect(Verdict verdict) {
        if (verdict instanceof Verdict.Checked) {
            verdict.findings().forEach(findings::add);
        }
    }

    private void check(Document document) {
        take(SmallCasesTests.VALIDATOR.check(document, SmallCase.ON));
    }

    private void check(Corpus corpus) {
        corpus.lines("verdicts.jsonl").forEach(line -> check(document(corpus, line)));
        corpus.lines("cen-fragments.jsonl")
                .forEach(line -> take(SmallCasesTests.VALIDATOR
                        .check(document(corpus, line), SmallCase.ON, "cen-ubl")
                        .orElseThrow()));
    }

    private static Document document(Corpus corpus, JsonNode line) {
        return corpus.document(line.get("path").asString());
    }

    private static Stream<Document> samples() {
        return Stream.of("good", "bad", "pdf")
                .flatMap(folder -> files(Path.of("..", "samples", folder)))
                .map(RulesFiredTests::read);
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document read(Path file) {
        try {
            return Document.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
