package org.rechnungseingang.schematron;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.document.Parsing;
import org.rechnungseingang.schematron.rules.OfficialRules;
import org.rechnungseingang.schematron.translated.TreeBuilder;

/**
 * The official rules as Java and as the stylesheets that are published, held against each other on document after document:
 * rules, levels, texts, places, and how many rules had something to look at. Thread-safe.
 */
final class BothEngines {

    /** Releases of the same rules stand together. */
    private static final List<List<String>> UBL = List.of(
            List.of(
                    "en16931/1.3.16/ubl/EN16931-UBL-validation.xslt",
                    "peppol/2026.5/xslt/CEN-EN16931-UBL.xslt",
                    "peppol/2025.11/xslt/CEN-EN16931-UBL.xslt"),
            List.of("xrechnung/3.0.2/XRechnung-UBL-validation.xslt"),
            List.of("peppol/2026.5/xslt/PEPPOL-EN16931-UBL.xslt", "peppol/2025.11/xslt/PEPPOL-EN16931-UBL.xslt"));

    private static final List<List<String>> CII = List.of(
            List.of("en16931/1.3.16/cii/EN16931-CII-validation.xslt"),
            List.of("xrechnung/3.0.2/XRechnung-CII-validation.xslt"),
            List.of(
                    "facturx/2.4/FACTUR-X_BASIC.xslt",
                    "facturx/2.4/FACTUR-X_EN16931.xslt",
                    "facturx/2.4/FACTUR-X_EXTENDED.xslt"));

    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** Shared, since compiling the stylesheets takes seconds. */
    private static final SaxonEngine SAXON =
            new SaxonEngine(Catalogue.official().documents());

    private static final Names NAMES = new Names(20_000);

    private final Doubts doubts = new Doubts(reason -> {});
    private final RuleEngine java = new RuleEngine(SAXON, Engine.JAVA, doubts);
    private final LongAdder evaluations = new LongAdder();
    private final Listener listener;

    /** Is told what both have found, by several threads at once if they are asked so. */
    interface Listener {

        /**
         * A rule fails.
         *
         * @param name as {@link Assertion} has it
         * @param place as people read it
         */
        void agreed(String stylesheet, String name, String place);
    }

    BothEngines(Listener listener) {
        this.listener = listener;
    }

    /** What an evaluation brought, with the places that people read. */
    private record Found(List<String> findings, int fired, Optional<String> breakdown) {

        static Found of(Evaluation evaluation, Trees trees) {
            Places places = new Places(trees);
            List<String> findings = evaluation.failed().stream()
                    .map(failed -> failed.rule() + " " + failed.flag() + " " + places.of(failed.location()) + " "
                            + failed.text())
                    .toList();
            return new Found(findings, evaluation.fired(), evaluation.breakdown());
        }
    }

    /** All stylesheets. */
    static Stream<String> stylesheets() {
        return Stream.of(UBL, CII).flatMap(List::stream).flatMap(List::stream);
    }

    /** Asserts that both find the same, by all rules for invoices of that syntax; a difference is named with the document. */
    void agree(Document document, String what) {
        read(document)
                .ifPresent(trees -> agree(
                        trees, what, rules(trees).stream().flatMap(List::stream).toList()));
    }

    /** The same, where releases of the same rules take turns. */
    void agree(Document document, String what, int turn) {
        read(document)
                .ifPresent(trees -> agree(
                        trees,
                        what,
                        rules(trees).stream()
                                .map(releases -> releases.get(turn % releases.size()))
                                .toList()));
    }

    /** The same by some rules; whether none of them was in doubt. */
    boolean agree(Document document, String what, List<String> stylesheets) {
        return read(document).map(trees -> agree(trees, what, stylesheets)).orElse(true);
    }

    private static Optional<Trees> read(Document document) {
        Reading reading = new Reading(document);
        return reading.read() instanceof Parsing.WellFormed
                ? Optional.of(new Trees(reading.tree(), () -> SAXON.tree(document, NAMES)))
                : Optional.empty();
    }

    private static List<List<String>> rules(Trees trees) {
        return Identity.of(trees.arrays()).namespace().contains("CrossIndustry") ? CII : UBL;
    }

    private boolean agree(Trees trees, String what, List<String> stylesheets) {
        evaluations.add(stylesheets.size());
        return stylesheets.stream().filter(rules -> agree(rules, trees, what)).count() == stylesheets.size();
    }

    /** What is in doubt is evaluated by the stylesheet, which there is nothing to hold against. */
    private boolean agree(String rules, Trees trees, String what) {
        Optional<Evaluation> translated = java.translated(rules, trees, Deadline.in(LIMIT));
        translated.ifPresent(evaluation -> {
            Evaluation published = SAXON.rules(rules).evaluate(trees.saxon(), Deadline.in(LIMIT));
            assertThat(Found.of(evaluation, trees)).as("%s by %s", what, rules).isEqualTo(Found.of(published, trees));
            tell(rules, evaluation, new Places(trees));
        });
        return translated.isPresent();
    }

    private void tell(String rules, Evaluation evaluation, Places places) {
        evaluation
                .failed()
                .forEach(failed -> listener.agreed(
                        rules,
                        Assertion.name(failed),
                        places.of(failed.location()).path()));
    }

    /** Whether there is Java for that stylesheet; what could not be translated would have failed the build. */
    static boolean isTranslated(String stylesheet) {
        return OfficialRules.of(
                        stylesheet, new TreeBuilder(OfficialRules.names()).tree(), new Collected(Deadline.in(LIMIT)))
                .isPresent();
    }

    /** The part of all evaluations that was in doubt. */
    double doubts() {
        return doubts.counts().values().stream().mapToLong(Long::longValue).sum() / evaluations.doubleValue();
    }
}
