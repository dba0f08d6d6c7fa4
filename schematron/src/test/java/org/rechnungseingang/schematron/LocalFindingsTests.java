package org.rechnungseingang.schematron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rechnungseingang.schematron.LocalSchemas.pattern;
import static org.rechnungseingang.schematron.LocalSchemas.schema;
import static org.rechnungseingang.schematron.LocalSchemas.testing;
import static org.rechnungseingang.schematron.LocalSchemas.write;
import static org.rechnungseingang.schematron.UblInvoice.anInvoice;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rechnungseingang.document.Document;

/** What a town's own rules find, and that it never changes what the official rules say. */
class LocalFindingsTests {

    private static final LocalDate ON = LocalDate.of(2026, 11, 1);
    private static final Validator OFFICIAL = Validator.official();
    private static final String NOT_EVALUATED = "LOCAL-RULES-NOT-EVALUATED";
    private static final String ENDLESS =
            "<xsl:function name='town:loop' as='xs:boolean'><xsl:param name='n' as='xs:integer'/>"
                    + "<xsl:sequence select='town:loop($n + 1)'/></xsl:function>";

    @TempDir
    private Path folder;

    private Verdict check(String schema, UblInvoice invoice) {
        return OFFICIAL.with(write(folder, schema)).check(invoice.document(), ON);
    }

    private static List<String> rules(Findings findings) {
        return findings.stream().map(Finding::rule).toList();
    }

    @Test
    void standBesideTheOfficialOnes() {
        UblInvoice invoice = anInvoice().with("reference", "");
        Verdict official = OFFICIAL.check(invoice.document(), ON);
        Verdict verdict = check(testing("false()"), invoice);
        assertThat(verdict.findings()).isEqualTo(official.findings());
        assertThat(rules(verdict.local())).containsExactly("TOWN-1");
        assertThat(official.local()).isEmpty();
    }

    @Test
    void neverChangeTheOutcome() {
        Verdict verdict = check(testing("false()").replace("id=", "role='fatal' id="), anInvoice());
        assertThat(verdict.outcome()).isEqualTo(Outcome.ACCEPT);
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.local()).extracting(Finding::level).containsExactly(Level.FATAL);
    }

    @Test
    void sayPlaceValueTermsAndTheAuthorsText() {
        String rules =
                "<sch:assert id='TOWN-1' role='warning' test=\". = 'C62'\">Statt\n  <sch:value-of select='.'/> bitte Stück"
                        + " (BT-130, <sch:name/>).</sch:assert>";
        String text = anInvoice().lines(3).text();
        int second = text.indexOf("unitCode", text.indexOf("unitCode") + 1);
        String spoilt = text.substring(0, second) + text.substring(second).replaceFirst("C62", "H87");
        LocalRules local = write(folder, schema(pattern("cbc:InvoicedQuantity/@unitCode", rules)));
        Verdict verdict = OFFICIAL.with(local).check(Document.of(spoilt.getBytes(StandardCharsets.UTF_8)), ON);
        assertThat(verdict.local())
                .containsExactly(new Finding(
                        "TOWN-1",
                        Level.WARNING,
                        LegalClass.BUSINESS_RULE,
                        "Statt H87 bitte Stück (BT-130, unitCode).",
                        "/ubl:Invoice/cac:InvoiceLine[2]/cbc:InvoicedQuantity/@unitCode",
                        List.of("BT-130"),
                        Optional.of("H87")));
    }

    @Test
    void mayBeReportsAndLookAtAnyNode() {
        String reports = "<sch:report id='TOWN-1' flag='information' test='true()'>a</sch:report>";
        String patterns = pattern("/", reports) + pattern("cbc:ProfileID/text()", reports);
        assertThat(check(schema(patterns), anInvoice()).local())
                .extracting(Finding::level, Finding::location)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Level.INFORMATION, ""),
                        org.assertj.core.groups.Tuple.tuple(Level.INFORMATION, "/ubl:Invoice/cbc:ProfileID"));
    }

    @Test
    void areNotLookedForWhereTheOfficialRulesWereNotEvaluated() {
        Verdict verdict = check(testing("false()"), anInvoice().with("terms", "<cbc:Nonsense/>"));
        assertThat(verdict.outcome()).isEqualTo(Outcome.SCHEMA_INVALID);
        assertThat(verdict.local()).isEmpty();
    }

    @Test
    void sayThatARuleFailedAndKeepThoseOfOtherFiles() {
        write(folder, "a.sch", testing("xs:decimal(cbc:ID) gt 0"));
        LocalRules both = write(folder, "b.sch", testing("false()").replace("TOWN-1", "TOWN-B"));
        Verdict verdict = OFFICIAL.with(both).check(anInvoice().document(), ON);
        assertThat(verdict.outcome()).isEqualTo(Outcome.ACCEPT);
        assertThat(rules(verdict.local())).containsExactly(NOT_EVALUATED, "TOWN-B");
        assertThat(verdict.local().list().get(0).text()).contains("a.sch", "R-1");
    }

    @Test
    void areTheSameInManyThreads() {
        Validator validator = OFFICIAL.with(write(folder, testing("cbc:BuyerReference")));
        List<Integer> found = IntStream.range(0, 40)
                .parallel()
                .mapToObj(i ->
                        anInvoice().with("reference", i % 2 == 0 ? "" : "<cbc:BuyerReference>1</cbc:BuyerReference>"))
                .map(invoice -> validator.check(invoice.document(), ON).local().size())
                .toList();
        assertThat(found)
                .isEqualTo(IntStream.range(0, 40).mapToObj(i -> 1 - i % 2).toList());
    }

    @Test
    void endAtTheDeadlineWithoutHarmToTheVerdict() {
        String schema = schema(
                        ENDLESS + pattern("/ubl:Invoice", "<sch:assert id='TOWN-1' test='town:loop(1)'>a</sch:assert>"))
                .replace("xmlns:xi", "xmlns:town='urn:town' xmlns:xi");
        SaxonEngine engine = new SaxonEngine(Set.of());
        LocalChecking checking = LocalChecking.of(write(folder, schema), engine.besides());
        for (int round = 0; round < 2; round++) {
            Verdict verdict =
                    checking.beside(accepted(), trees(engine, anInvoice()), Deadline.in(Duration.ofMillis(300)));
            assertThat(verdict.outcome()).isEqualTo(Outcome.ACCEPT);
            assertThat(rules(verdict.local())).containsExactly(NOT_EVALUATED);
            awaitEndOfThreads();
        }
    }

    /** A loop within one expression cannot be stopped; it ends by itself here. */
    @Test
    void areLeftBehindAndNotTriedAgainWhileTheyRun() {
        SaxonEngine engine = new SaxonEngine(Set.of());
        LocalRules local = write(folder, testing("some $a in 1 to 200000000 satisfies string-length(string($a)) = 0"));
        LocalChecking checking = LocalChecking.of(local, engine.besides());
        Trees trees = trees(engine, anInvoice());
        Verdict first = checking.beside(accepted(), trees, Deadline.in(Duration.ofMillis(100)));
        Verdict second = checking.beside(accepted(), trees, Deadline.in(Duration.ofMinutes(10)));
        assertThat(first.local().list().get(0).text()).contains("too long");
        assertThat(second.local().list().get(0).text()).contains("still runs");
    }

    private static void awaitEndOfThreads() {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("local-rules")) {
                try {
                    thread.join(Duration.ofSeconds(30).toMillis());
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }

    @Test
    void areCheapToPlaceByTheTensOfThousands() {
        SaxonEngine engine = new SaxonEngine(Set.of());
        String rule = "<sch:report id='TOWN-1' test='true()'>a</sch:report>";
        LocalRules local = write(folder, schema(pattern("*:b", rule)));
        UblInvoice invoice = anInvoice().inExtension("<a>" + "<b/>".repeat(20_000) + "</a>");
        Verdict verdict = LocalChecking.of(local, engine.besides())
                .beside(accepted(), trees(engine, invoice), Deadline.in(Duration.ofMinutes(1)));
        assertThat(verdict.local().size()).isEqualTo(20_000);
        assertThat(verdict.local().list().get(19_999).location()).endsWith("b[20000]");
    }

    private static Verdict accepted() {
        return new Verdict.Checked(new RuleSetName("a", "1"), Findings.NONE, 1);
    }

    private static Trees trees(SaxonEngine engine, UblInvoice invoice) {
        Reading reading = new Reading(invoice.document());
        reading.read();
        return new Trees(reading.tree(), () -> engine.tree(invoice.document(), new Names(100)));
    }
}
