package org.rechnungseingang.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.schematron.Finding;
import org.rechnungseingang.schematron.LocalRules;
import org.rechnungseingang.schematron.Outcome;
import org.rechnungseingang.schematron.Validator;
import org.rechnungseingang.schematron.Verdict;

/** The example of a local rule: from 5 000 € the order number is wanted. */
class LocalRulesSampleTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Validator VALIDATOR =
            Validator.official().with(LocalRules.in(Sample.FOLDER.resolve("local-rules")));

    /** Above the amount and without an order number. */
    private static final Set<String> FOUND = Set.of(
            "good/ubl-04-zwei-steuersaetze.xml",
            "good/ubl-10-lastschrift.xml",
            "good/cii-01-strom.xml",
            "good/cii-07-anhang.xml");

    static java.util.stream.Stream<Sample> invoices() {
        return Sample.all().stream().filter(sample -> sample.isGood() && !sample.isPdf());
    }

    @ParameterizedTest
    @MethodSource("invoices")
    void findsOnlyWhatLacksTheOrderNumber(Sample sample) {
        Verdict verdict = VALIDATOR.check(sample.document(), TODAY);
        assertThat(verdict.outcome()).isEqualTo(Outcome.ACCEPT);
        if (FOUND.contains(sample.file())) {
            assertThat(verdict.local()).extracting(Finding::rule).containsExactly("MUSTERSTADT-01");
        } else {
            assertThat(verdict.local()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "good/ubl-07-gutschrift.xml, TaxInclusiveAmount, 4999.99, false",
        "good/ubl-07-gutschrift.xml, TaxInclusiveAmount, 5000.00, true",
        "good/cii-03-gutschrift.xml, GrandTotalAmount, 4999.99, false",
        "good/cii-03-gutschrift.xml, GrandTotalAmount, 5000.00, true",
        "good/ubl-01-schulbedarf.xml, TaxInclusiveAmount, 5000.00, false"
    })
    void looksAtTheGrossAmountInEachSyntax(String file, String element, String amount, boolean found) {
        String text = new String(Sample.named(file).bytes(), StandardCharsets.UTF_8);
        String changed = text.replaceAll("(<[a-z]+:" + element + "[^>]*>)[0-9.]+<", "$1" + amount + "<");
        assertThat(changed).isNotEqualTo(text);
        Verdict verdict = VALIDATOR.check(Document.of(changed.getBytes(StandardCharsets.UTF_8)), TODAY);
        assertThat(verdict.local()).hasSize(found ? 1 : 0);
        verdict.local()
                .forEach(finding -> assertThat(finding.text())
                        .startsWith("Ab 5000 € brutto braucht Musterstadt die Bestellnummer (BT-13); ")
                        .endsWith("lautet auf 5000 EUR."));
    }
}
