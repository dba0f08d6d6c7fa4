package org.rechnungseingang.schematron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.document.Parsing;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The official rules as Java find what the published stylesheets find: rules, levels, texts, places, and how many rules had
 * something to look at. A difference is named with the document that shows it.
 */
class EnginesTests {

    /** A build tells the same every time; other seeds find more. */
    private static final long SEED = Long.getLong("mutations.seed", 1);

    private static final int MUTATIONS = Integer.getInteger("mutations", 2_000);

    private static final List<String> UBL = List.of(
            "en16931/1.3.16/ubl/EN16931-UBL-validation.xslt",
            "xrechnung/3.0.2/XRechnung-UBL-validation.xslt",
            "peppol/2026.5/xslt/PEPPOL-EN16931-UBL.xslt",
            "peppol/2025.11/xslt/PEPPOL-EN16931-UBL.xslt");

    private static final List<String> CII = List.of(
            "en16931/1.3.16/cii/EN16931-CII-validation.xslt",
            "xrechnung/3.0.2/XRechnung-CII-validation.xslt",
            "facturx/2.4/FACTUR-X_BASIC.xslt",
            "facturx/2.4/FACTUR-X_EN16931.xslt",
            "facturx/2.4/FACTUR-X_EXTENDED.xslt");

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final SaxonEngine saxon = new SaxonEngine(Catalogue.official().documents());
    private final Names names = new Names(20_000);
    private final RuleEngine java = new RuleEngine(saxon, Engine.JAVA);
    private final RuleEngine interpreted = new RuleEngine(saxon, Engine.SAXON);
    private int evaluations;

    /** What an evaluation brought, with the places that people read. */
    private record Found(List<String> findings, int fired, Optional<String> breakdown) {

        static Found of(Evaluation evaluation, Places places) {
            List<String> findings = evaluation.failed().stream()
                    .map(failed -> failed.rule() + " " + failed.flag() + " " + places.of(failed.location()) + " "
                            + failed.text())
                    .toList();
            return new Found(findings, evaluation.fired(), evaluation.breakdown());
        }
    }

    @Test
    void agreeOnEverySmallCase() {
        SmallCase.Reader.all().forEach(small -> agree(small.invoice(), small.name()));

        // What is in doubt is evaluated by the same stylesheets, which shows nothing.
        assertThat(doubts()).isLessThan(evaluations / 20);
    }

    @Test
    void agreeOnEveryFileOfTheOfficialSuites() {
        assumeThat(Corpus.find()).as(Corpus.SKIPPED).isPresent();
        Corpus corpus = Corpus.find().orElseThrow();
        Stream.of("verdicts.jsonl", "cen-fragments.jsonl")
                .flatMap(file -> corpus.lines(file).stream())
                .map(line -> line.get("path").asString())
                .forEach(path -> agree(corpus.document(path), path));

        assertThat(doubts()).isLessThan(evaluations / 20);
    }

    @Test
    void agreeOnWhatChanceMakesOfInvoices() {
        System.out.printf("%d mutations, -Dmutations.seed=%d%n", MUTATIONS, SEED);
        Random random = new Random(SEED);
        List<SmallCase> cases = SmallCase.Reader.all();
        for (int i = 0; i < MUTATIONS; i++) {
            SmallInvoice invoice = cases.get(random.nextInt(cases.size())).changed();
            Mutation.apply(invoice, cases.get(random.nextInt(cases.size())).changed(), random);
            agree(invoice.document(), "mutation " + i + " of -Dmutations.seed=" + SEED);
        }

        assertThat(doubts()).isLessThan(evaluations / 3);
    }

    private long doubts() {
        return java.doubts().values().stream().mapToLong(Long::longValue).sum();
    }

    private void agree(Document document, String what) {
        Reading reading = new Reading(new DefaultHandler(), Deadline.in(LIMIT));
        if (!(reading.read(document) instanceof Parsing.WellFormed)) {
            return;
        }
        Identity.Probe probe = new Identity.Probe();
        document.parse(probe);
        Trees trees = new Trees(reading.tree(), () -> saxon.tree(document, names));
        for (String rules : probe.identity().namespace().contains("CrossIndustry") ? CII : UBL) {
            evaluations++;
            assertThat(found(java, rules, trees))
                    .as("%s by %s", what, rules)
                    .isEqualTo(found(interpreted, rules, trees));
        }
    }

    private static Found found(RuleEngine engine, String rules, Trees trees) {
        return Found.of(engine.evaluate(rules, trees, Deadline.in(LIMIT)), new Places(trees));
    }
}
