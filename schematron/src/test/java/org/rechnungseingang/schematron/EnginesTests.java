package org.rechnungseingang.schematron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The official rules as Java find what the published stylesheets find: rules, levels, texts, places, and how many rules had
 * something to look at. A difference is named with the document that shows it.
 */
class EnginesTests {

    /** A build tells the same every time; other seeds find more. */
    private static final long SEED = Long.getLong("mutations.seed", 1);

    private static final int MUTATIONS = Integer.getInteger("mutations", 2_000);

    private final RulesSeen seen = new RulesSeen();
    private final BothEngines engines = new BothEngines(seen);

    /** Which is written to {@code target/rules-as-java.md}. */
    @Test
    void seeEveryRuleFailOfWhichItIsNotSaidWhyItCannot() throws IOException {
        List<SmallCase> cases = SmallCase.Reader.forEngines();
        cases.parallelStream().forEach(small -> engines.agree(small.invoice(), small.name()));
        // What is in doubt is evaluated by the same stylesheets, which shows nothing.
        assertThat(engines.doubts()).isLessThan(0.05);
        BothEngines.stylesheets()
                .filter(stylesheet -> stylesheet.startsWith("facturx"))
                .parallel()
                .forEach(stylesheet -> new EveryPlace(named("Factur-X EXTENDED", cases), stylesheet, engines).judge());

        Map<String, Map<String, String>> never = NeverFired.reasons("never-alone.txt");
        Files.write(Path.of("target", "rules-as-java.md"), seen.report(never));
        assertThat(seen.unseen())
                .allSatisfy((stylesheet, unseen) -> assertThat(unseen)
                        .as(stylesheet)
                        .containsExactlyElementsOf(
                                never.getOrDefault(stylesheet, Map.of()).keySet()));
    }

    @Test
    void agreeOnEveryFileOfTheOfficialSuites() {
        assumeThat(Corpus.find()).as(Corpus.SKIPPED).isPresent();
        Corpus corpus = Corpus.find().orElseThrow();
        Stream.of("verdicts.jsonl", "cen-fragments.jsonl")
                .flatMap(file -> corpus.lines(file).stream())
                .map(line -> line.get("path").asString())
                .toList()
                .parallelStream()
                .forEach(path -> engines.agree(corpus.document(path), path));

        assertThat(engines.doubts()).isLessThan(0.05);
    }

    @Test
    void agreeOnWhatChanceMakesOfInvoices() {
        System.out.printf("%d mutations, -Dmutations.seed=%d%n", MUTATIONS, SEED);
        List<byte[]> invoices = SmallCase.Reader.all().parallelStream()
                .map(small -> small.changed().bytes())
                .toList();
        long[] seeds = new Random(SEED).longs(MUTATIONS).toArray();
        IntStream.range(0, MUTATIONS).parallel().forEach(i -> {
            Random random = new Random(seeds[i]);
            SmallInvoice invoice = SmallInvoice.read(invoices.get(random.nextInt(invoices.size())));
            Mutation.apply(invoice, SmallInvoice.read(invoices.get(random.nextInt(invoices.size()))), random);
            engines.agree(invoice.document(), "mutation " + i + " of -Dmutations.seed=" + SEED, i);
        });

        assertThat(engines.doubts()).isLessThan(0.25);
    }

    private static SmallCase named(String name, List<SmallCase> cases) {
        return cases.stream()
                .filter(small -> small.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
