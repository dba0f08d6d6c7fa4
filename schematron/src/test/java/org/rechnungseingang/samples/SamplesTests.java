package org.rechnungseingang.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.document.PdfExtraction;
import org.rechnungseingang.document.PdfExtractionResult;
import org.rechnungseingang.document.PdfExtractionResult.Found;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.Invoices;
import org.rechnungseingang.schematron.Finding;
import org.rechnungseingang.schematron.Findings;
import org.rechnungseingang.schematron.Outcome;
import org.rechnungseingang.schematron.Validator;
import org.rechnungseingang.schematron.Verdict;
import org.rechnungseingang.schematron.own.PdfComparison;
import org.rechnungseingang.schematron.own.PdfComparison.Agreement;
import org.rechnungseingang.schematron.own.PdfComparison.Compared;

/** The samples come to what their manifest says. */
class SamplesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Validator VALIDATOR = Validator.official();
    private static final PdfExtraction EXTRACTION = PdfExtraction.create();

    private static final Map<String, List<String>> TRUE = Map.of(
            "good/ubl-09-extension.xml", List.of("OWN-EXTENSION-AMOUNT"),
            "good/ubl-10-lastschrift.xml", List.of("OWN-NO-TRANSFER-DIRECT-DEBIT"));

    @AfterAll
    static void close() {
        EXTRACTION.close();
    }

    static List<Sample> samples() {
        return Sample.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void comesToItsVerdict(Sample sample) {
        if (sample.isPdf()) {
            PdfExtractionResult extracted = EXTRACTION.extract(sample.bytes());
            if (extracted instanceof Found found) {
                assertVerdict(sample, Document.of(found.xml()));
            } else {
                assertThat(sample.outcome()).isEqualTo("no-invoice");
            }
        } else {
            assertVerdict(sample, sample.document());
        }
    }

    private static void assertVerdict(Sample sample, Document document) {
        Verdict verdict = VALIDATOR.check(document, TODAY);
        List<String> rules = verdict instanceof Verdict.Checked checked
                ? checked.findings().stream().map(Finding::rule).sorted().toList()
                : List.of();
        assertThat(verdict.outcome().wireName() + " " + rules)
                .as(verdict.findings().toString())
                .isEqualTo(sample.outcome() + " " + sample.rules());
    }

    /** Our own checks have a word to say of a good sample only where it is true. */
    @ParameterizedTest
    @MethodSource("samples")
    void hasOwnFindingsOnlyWhereTheyAreTrue(Sample sample) {
        if (sample.isGood()) {
            assertThat(own(sample).stream().map(Finding::rule)).isEqualTo(TRUE.getOrDefault(sample.file(), List.of()));
        }
    }

    @Test
    void findsAThirtiethOfFebruaryThatTheOfficialRulesAccept() {
        String text = new String(Sample.named("good/cii-01-strom.xml").bytes(), StandardCharsets.UTF_8);
        String never = text.replaceFirst(
                "(?<start><ram:IssueDateTime>\\s*<udt:DateTimeString format=\"102\">)\\d{8}", "${start}20260230");
        assertThat(never).isNotEqualTo(text);
        Verdict verdict = VALIDATOR.check(Document.of(never.getBytes(StandardCharsets.UTF_8)), TODAY);
        assertThat(verdict.outcome()).isEqualTo(Outcome.ACCEPT);
        assertThat(verdict.own().stream().map(Finding::rule)).containsExactly("OWN-DATE");
    }

    @Test
    void readsEveryFieldOnThePagesOfItsPdfs() {
        assertThat(samples().stream().filter(sample -> sample.isGood() && sample.isPdf()))
                .isNotEmpty()
                .allSatisfy(sample -> {
                    Found found = (Found) EXTRACTION.extract(sample.bytes());
                    Invoice invoice =
                            Invoices.read(Document.of(found.xml())).invoice().orElseThrow();
                    assertThat(PdfComparison.of(invoice, found.text()).fields())
                            .hasSize(4)
                            .extracting(Compared::agreement)
                            .containsOnly(Agreement.EQUAL);
                });
    }

    private static Findings own(Sample sample) {
        if (!sample.isPdf()) {
            return VALIDATOR.check(sample.document(), TODAY).own();
        }
        Found found = (Found) EXTRACTION.extract(sample.bytes());
        assertThat(found.text()).contains("Rechnung");
        Document xml = Document.of(found.xml());
        return VALIDATOR.check(xml, TODAY).own().and(PdfComparison.findings(xml, found.text()));
    }

    @Test
    void listsEveryFileOnce() throws IOException {
        try (Stream<String> files = Stream.of("good", "bad").flatMap(SamplesTests::files)) {
            assertThat(samples().stream().map(Sample::file)).containsExactlyInAnyOrderElementsOf(files.toList());
        }
    }

    /** Extension invoices cannot be without notes: the rules of the standard note what the Extension permits. */
    @Test
    void findsNothingInGoodSamples() {
        assertThat(samples().stream()
                        .filter(Sample::isGood)
                        .filter(sample -> !sample.rules().isEmpty()))
                .extracting(Sample::file)
                .containsExactly("good/ubl-09-extension.xml");
    }

    private static Stream<String> files(String folder) {
        try {
            return Files.list(Sample.FOLDER.resolve(folder)).map(file -> folder + "/" + file.getFileName());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
