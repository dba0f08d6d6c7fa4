package org.rechnungseingang.schematron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.document.Parsing;

/** What a grammar accepts, the complete schema processor accepts too; and hardly anything valid is left to that. */
class GrammarsTests {

    private static final long SEED = Long.getLong("mutations.seed", 1);
    private static final int MUTATIONS = Integer.getInteger("mutations", 2_000);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** By the root element. */
    private static final Map<String, List<String>> SCHEMAS = Map.of(
            "Invoice",
            List.of("ubl/2.1/maindoc/UBL-Invoice-2.1.xsd"),
            "CreditNote",
            List.of("ubl/2.1/maindoc/UBL-CreditNote-2.1.xsd"),
            "CrossIndustryInvoice",
            List.of(
                    "cii/D16B/data/standard/CrossIndustryInvoice_100pD16B.xsd",
                    "facturx/2.4/basic/FACTUR-X_BASIC.xsd",
                    "facturx/2.4/en16931/FACTUR-X_EN16931.xsd",
                    "facturx/2.4/extended/FACTUR-X_EXTENDED.xsd"));

    private final Schemas schemas = new Schemas(Catalogue.official().imports(), Engine.JAVA, new Doubts(reason -> {}));
    private int accepted;
    private int left;
    private int refused;

    @Test
    void agreeOnEverySmallCase() {
        SmallCase.Reader.all().forEach(small -> agree(small.invoice(), small.name()));

        assertThat(accepted).isGreaterThan(1_000);
        assertThat(left).isLessThan(accepted / 100);
    }

    @Test
    void agreeOnEveryFileOfTheOfficialSuites() {
        assumeThat(Corpus.find()).as(Corpus.SKIPPED).isPresent();
        Corpus corpus = Corpus.find().orElseThrow();
        corpus.lines("verdicts.jsonl").stream()
                .map(line -> line.get("path").asString())
                .forEach(path -> agree(corpus.document(path), path));

        assertThat(accepted).isGreaterThan(100);
        assertThat(left).isLessThan(accepted / 20);
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

        assertThat(accepted).isGreaterThan(MUTATIONS / 20);
        assertThat(refused).isGreaterThan(MUTATIONS / 2);
        assertThat(left).isLessThan(accepted / 10);
    }

    private void agree(Document document, String what) {
        Reading reading = new Reading(document);
        if (!(reading.read() instanceof Parsing.WellFormed)) {
            return;
        }
        String root = Identity.of(reading.tree()).root();
        for (String schema : SCHEMAS.getOrDefault(root, List.of())) {
            boolean accepts = schemas.grammar(schema).accepts(reading.tree());
            List<SchemaError> errors = SchemaErrors.of(document, schemas.handler(schema), Deadline.in(LIMIT));
            if (accepts) {
                accepted++;
                assertThat(errors).as("%s by %s", what, schema).isEmpty();
            } else if (errors.isEmpty()) {
                left++;
            } else {
                refused++;
            }
        }
    }
}
