package org.rechnungseingang.schematron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rechnungseingang.schematron.UblInvoice.anInvoice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.document.Document;

/** The rule sets of Peppol BIS Billing 3 and of Factur-X, on our own samples with another profile. */
class OtherFamiliesTests {

    private static final Validator VALIDATOR = Validator.official();
    private static final LocalDate ON = LocalDate.of(2026, 11, 1);
    private static final Path SAMPLES = Path.of("..", "samples", "good");
    private static final String CEN = "urn:cen.eu:en16931:2017";
    private static final String PEPPOL = CEN + "#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";

    @ParameterizedTest
    @CsvSource({"2026-08-16, 2025.11", "2026-08-17, 2026.5"})
    void checksPeppolByTheReleaseOfTheDay(LocalDate day, String release) {
        Verdict verdict = VALIDATOR.check(peppol(), day);

        assertThat(verdict.ruleSet()).contains(new RuleSetName("peppol-bis-3-ubl-invoice", release));
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.outcome()).isEqualTo(Outcome.ACCEPT);
    }

    @Test
    void findsWhatOnlyPeppolForbids() {
        Verdict verdict = VALIDATOR.check(peppol("9930", "EM"), ON);

        assertThat(verdict.findings())
                .filteredOn(finding -> finding.level().blocks())
                .extracting(Finding::rule)
                .containsOnly("PEPPOL-EN16931-CL008");
        assertThat(verdict.outcome()).isEqualTo(Outcome.REJECT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic", "extended"})
    void checksAProfileOfFacturX(String profile) {
        Verdict verdict = VALIDATOR.check(facturX(profile), ON);

        assertThat(verdict.ruleSet()).contains(new RuleSetName("facturx-" + profile, "2.4"));
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.outcome()).isEqualTo(Outcome.ACCEPT);
    }

    // The code lists are documents of their own beside the rules.
    @ParameterizedTest
    @ValueSource(strings = {"basic", "extended"})
    void findsACodeThatTheListOfFacturXDoesNotHave(String profile) {
        Document spoilt =
                changed(facturXText(profile), "<ram:TypeCode>380</ram:TypeCode>", "<ram:TypeCode>999</ram:TypeCode>");

        Verdict verdict = VALIDATOR.check(spoilt, ON);

        assertThat(verdict.outcome()).isEqualTo(Outcome.REJECT);
        assertThat(verdict.findings())
                .extracting(Finding::rule)
                .allMatch(rule -> rule.startsWith("FX-") || rule.startsWith("BR-"));
        assertThat(verdict.findings()).extracting(Finding::location).anyMatch(place -> place.endsWith("ram:TypeCode"));
    }

    @Test
    void holdsFacturXToItsSchemaWhichIsNarrowerThanCii() {
        Document spoilt = changed(
                facturXText("basic"),
                "<ram:ApplicableHeaderTradeDelivery>",
                "<ram:ApplicableHeaderTradeDelivery><ram:RelatedSupplyChainConsignment/>");

        assertThat(VALIDATOR.check(spoilt, ON).outcome()).isEqualTo(Outcome.SCHEMA_INVALID);
    }

    @Test
    void checksTheProfileEn16931OfFacturXByNameOnly() {
        Document document = Document.of(sample());

        assertThat(VALIDATOR.check(document, ON).ruleSet()).contains(new RuleSetName("en16931-cii", "1.3.16"));
        assertThat(VALIDATOR.check(document, ON, "facturx-en16931"))
                .hasValueSatisfying(verdict -> assertThat(verdict.outcome()).isEqualTo(Outcome.ACCEPT));
    }

    private static Document peppol() {
        return peppol("9930", "0204");
    }

    private static Document peppol(String sellerScheme, String buyerScheme) {
        String xml = anInvoice().with("profile", PEPPOL).text();
        return changed(
                xml,
                "schemeID=\"EM\">seller@example.org",
                "schemeID=\"" + sellerScheme + "\">DE123456789",
                "schemeID=\"EM\">town@example.org",
                "schemeID=\"" + buyerScheme + "\">991-12345-06");
    }

    private static Document facturX(String profile) {
        return Document.of(facturXText(profile).getBytes(StandardCharsets.UTF_8));
    }

    private static String facturXText(String profile) {
        String kind = profile.equals("basic") ? "compliant" : "conformant";
        String text = new String(sample(), StandardCharsets.UTF_8);
        // The profile BASIC has neither contacts nor the names of accounts.
        String kept = profile.equals("basic")
                ? text.replaceAll("(?s)<ram:(DefinedTradeContact|AccountName)>.*?</ram:\\1>", "")
                : text;
        return kept.replace(">" + CEN + "<", ">" + CEN + "#" + kind + "#urn:factur-x.eu:1p0:" + profile + "<");
    }

    private static Document changed(String xml, String... pairs) {
        String changed = xml;
        for (int i = 0; i < pairs.length; i += 2) {
            assertThat(changed).contains(pairs[i]);
            changed = changed.replace(pairs[i], pairs[i + 1]);
        }
        return Document.of(changed.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sample() {
        try {
            return Files.readAllBytes(SAMPLES.resolve("cii-06-en16931.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
