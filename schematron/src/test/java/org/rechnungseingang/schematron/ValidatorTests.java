package org.rechnungseingang.schematron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rechnungseingang.schematron.UblInvoice.anInvoice;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.document.Document;

class ValidatorTests {

    private static final LocalDate ON = LocalDate.of(2026, 11, 1);

    private static final Validator VALIDATOR = Validator.official();

    private static Verdict check(UblInvoice invoice) {
        return VALIDATOR.check(invoice.document(), ON);
    }

    private static Finding only(Verdict verdict, String rule) {
        return verdict.findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .reduce((one, two) -> {
                    throw new AssertionError("twice: " + rule);
                })
                .orElseThrow(() -> new AssertionError(rule + " not in " + verdict));
    }

    @Test
    void acceptsWithTheRuleSetAndTheNumberOfRulesThatFired() {
        assertThat(check(anInvoice())).isInstanceOfSatisfying(Verdict.Checked.class, checked -> {
            assertThat(checked.outcome()).isEqualTo(Outcome.ACCEPT);
            assertThat(checked.ruleSet()).contains(new RuleSetName("xrechnung-ubl-invoice", "3.0.2"));
            assertThat(checked.fired()).isGreaterThan(30);
        });
    }

    @Test
    void tellsEverythingAboutAFinding() {
        Verdict verdict = check(anInvoice().lines(3).with("payable", "356.00"));
        assertThat(verdict.outcome()).isEqualTo(Outcome.REJECT);
        assertThat(only(verdict, "BR-CO-16")).satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.ERROR);
            assertThat(finding.text()).startsWith("[BR-CO-16]-Amount due for payment");
            assertThat(finding.location()).isEqualTo("/ubl:Invoice/cac:LegalMonetaryTotal");
            assertThat(finding.terms()).containsExactly("BT-115", "BT-112", "BT-113", "BT-114");
            assertThat(finding.value()).isEmpty();
        });
    }

    @Test
    void numbersElementsOnlyWhereThereAreSeveral() {
        String lines = anInvoice().lines(2).text();
        String text = lines.substring(0, lines.lastIndexOf("unitCode=\"C62\"")) + "unitCode=\"XYZ9\""
                + lines.substring(lines.lastIndexOf("unitCode=\"C62\"") + 14);
        Verdict verdict = VALIDATOR.check(Document.of(text.getBytes(StandardCharsets.UTF_8)), ON);
        assertThat(only(verdict, "BR-CL-23")).satisfies(finding -> {
            assertThat(finding.location()).startsWith("/ubl:Invoice/cac:InvoiceLine[2]/cbc:InvoicedQuantity");
            assertThat(finding.level()).isEqualTo(Level.WARNING);
        });
        assertThat(verdict.outcome()).isEqualTo(Outcome.ACCEPT);
    }

    @Test
    void tellsTheValueAtAPlace() {
        String text = anInvoice().text().replace(">DE02120300000000202051<", ">DE02120300000000202052<");
        Verdict verdict = VALIDATOR.check(Document.of(text.getBytes(StandardCharsets.UTF_8)), ON);
        assertThat(verdict.findings().stream().map(Finding::rule)).contains("BR-DE-19");
        String country = anInvoice().text().replace(">DE</cbc:Id", ">QQ</cbc:Id");
        Verdict wrong = VALIDATOR.check(Document.of(country.getBytes(StandardCharsets.UTF_8)), ON);
        assertThat(wrong.findings().stream()
                        .filter(finding -> finding.rule().equals("BR-CL-14"))
                        .map(Finding::value))
                .hasSize(2)
                .containsOnly(Optional.of("QQ"));
    }

    @Test
    void findsAMissingRoutingId() {
        Finding finding = only(check(anInvoice().with("reference", "")), "BR-DE-15");
        assertThat(finding.terms()).containsExactly("BT-10");
        assertThat(finding.legalClass()).isEqualTo(LegalClass.BUSINESS_RULE);
        assertThat(finding.location()).isEqualTo("/ubl:Invoice");
    }

    @Test
    void stopsAtTheSchemaWithLineAndText() {
        Verdict verdict = check(anInvoice().with("terms", "<cbc:Nonsense/>"));
        assertThat(verdict).isInstanceOfSatisfying(Verdict.SchemaInvalid.class, invalid -> {
            SchemaError error = invalid.errors().get(0);
            assertThat(error.code()).isEqualTo("cvc-complex-type.2.4.a");
            assertThat(error.text()).contains("'{cbc:Nonsense}'").doesNotContain("urn:oasis");
            assertThat(error.line()).isGreaterThan(40);
        });
        assertThat(verdict.outcome()).isEqualTo(Outcome.SCHEMA_INVALID);
        assertThat(only(verdict, "cvc-complex-type.2.4.a").legalClass()).isEqualTo(LegalClass.FORMAT);
    }

    @Test
    void speaksTheSameLanguageInEveryCountry() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(check(anInvoice().with("terms", "<cbc:Nonsense/>"))
                            .findings()
                            .toString())
                    .contains("Invalid content was found");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void saysThatItIsNotWellFormedBeforeAnythingElse() {
        byte[] cut = anInvoice()
                .with("profile", "urn:unknown")
                .text()
                .replace("</Invoice>", "")
                .getBytes(StandardCharsets.UTF_8);
        Verdict verdict = VALIDATOR.check(Document.of(cut), ON);
        assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_WELLFORMED);
        assertThat(verdict.findings().list()).hasSize(1);
    }

    @Test
    void hasNoRulesForUnknownProfiles() {
        Verdict verdict = check(anInvoice().with("profile", "urn:unknown"));
        assertThat(verdict.outcome()).isEqualTo(Outcome.NO_RULE_SET);
        assertThat(only(verdict, "NO-RULE-SET").text()).contains("BT-24");
    }

    @Test
    void refusesWhatIsNoInvoice() {
        Verdict verdict = VALIDATOR.check(Document.of("<Order/>".getBytes(StandardCharsets.UTF_8)), ON);
        assertThat(verdict.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(only(verdict, "REFUSED-order").level()).isEqualTo(Level.ERROR);
    }

    @Test
    void callsItAnErrorWhenNoRuleFired() {
        Verdict verdict = VALIDATOR.check(anInvoice().document(), ON, "cen-cii").orElseThrow();
        assertThat(verdict.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo("no-rule-fired"));
    }

    @Test
    void keepsTheOtherFindingsWhenARuleBreaksDown() {
        Validator validator = withRules(
                "en16931/1.3.16/ubl/EN16931-UBL-validation.xslt", "xrechnung/3.0.2/XRechnung-UBL-validation.xslt");
        UblInvoice invoice = anInvoice().with("payable", "much").with("reference", "");
        Verdict verdict = validator.check(invoice.document(), ON, "own").orElseThrow();
        assertThat(verdict.outcome()).isEqualTo(Outcome.REJECT);
        assertThat(only(verdict, "RULES-BROKE-DOWN").text()).contains("EN16931-UBL-validation.xslt", "much");
        assertThat(only(verdict, "BR-DE-15").level()).isEqualTo(Level.ERROR);
    }

    @Test
    void saysNothingOfAnInvoiceWhenItsRulesCannotBeLoaded() {
        Verdict verdict = withRules("xrechnung/3.0.2/XRechnung-UBL-validation.xslt", "missing.xslt")
                .check(anInvoice().document(), ON, "own")
                .orElseThrow();
        assertThat(verdict.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Failed.class, failed -> {
            assertThat(failed.code()).isEqualTo("engine");
            assertThat(failed.cause()).isPresent();
        });
    }

    private static Validator withRules(String... rules) {
        RuleSet own = new RuleSet(
                new RuleSetName("own", "1"),
                "Own",
                new Syntax("*", "*", Optional.empty()),
                Optional.empty(),
                LocalDate.MIN,
                Optional.empty(),
                List.of(rules),
                Map.of(Level.FATAL, Level.ERROR),
                Map.of());
        Catalogue catalogue = new Catalogue(List.of(own), List.of(), List.of(), Map.of(), Set.of(), List.of());
        return new Validator(catalogue, Duration.ofSeconds(60));
    }

    @Test
    void knowsItsRuleSetsByName() {
        assertThat(VALIDATOR.knows("xrechnung-cii", ON)).isTrue();
        assertThat(VALIDATOR.knows("xrechnung-cii", LocalDate.of(2020, 1, 1))).isFalse();
        assertThat(VALIDATOR.knows("nonsense", ON)).isFalse();
        assertThat(VALIDATOR.check(anInvoice().document(), ON, "nonsense")).isEmpty();
    }

    @Test
    void comesToTheSameInManyThreads() throws InterruptedException, ExecutionException {
        Validator fresh = Validator.official();
        var threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Verdict>> checks = IntStream.range(0, 40)
                    .<Callable<Verdict>>mapToObj(i -> () ->
                            fresh.check((i % 2 == 0 ? anInvoice() : anInvoice().with("reference", "")).document(), ON))
                    .toList();
            List<Future<Verdict>> verdicts = threads.invokeAll(checks);
            for (int i = 0; i < verdicts.size(); i++) {
                assertThat(verdicts.get(i).get().outcome()).isEqualTo(i % 2 == 0 ? Outcome.ACCEPT : Outcome.REJECT);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
