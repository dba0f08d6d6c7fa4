package org.rechnungseingang.schematron.own;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rechnungseingang.schematron.UblInvoice.anInvoice;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rechnungseingang.document.Base64Text;
import org.rechnungseingang.document.BinaryStub;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.document.Parsing;
import org.rechnungseingang.invoice.BusinessTerm;
import org.rechnungseingang.invoice.InvoiceEvents;
import org.rechnungseingang.schematron.Explanation;
import org.rechnungseingang.schematron.Finding;
import org.rechnungseingang.schematron.Findings;
import org.rechnungseingang.schematron.LegalClass;
import org.rechnungseingang.schematron.Level;
import org.rechnungseingang.schematron.Outcome;
import org.rechnungseingang.schematron.UblInvoice;
import org.rechnungseingang.schematron.Validator;
import org.rechnungseingang.schematron.Verdict;

/** Each check of our own finds what it is for, and nothing in an invoice that has nothing of it. */
class OwnChecksTests {

    private static final LocalDate ON = LocalDate.of(2026, 11, 1);
    private static final OwnChecks CHECKS = OwnChecks.of(Set.of(UblInvoice.XRECHNUNG, UblInvoice.EXTENSION));
    private static final String IBAN = "DE02120300000000202051";
    private static final String THIRD_PARTY = "<cac:PrepaidPayment><cbc:ID>1</cbc:ID>"
            + "<cbc:PaidAmount currencyID='EUR'>5.00</cbc:PaidAmount></cac:PrepaidPayment>";

    private static final Map<String, Supplier<String>> SPOILT = Map.ofEntries(
            entry(
                    "OWN-PROFILE-UNKNOWN",
                    () -> anInvoice().with("profile", "urn:example:1").text()),
            entry("OWN-PROCESS-UNKNOWN", () -> spoilt("urn:fdc:peppol.eu:2017:poacc:billing:01:1.0", "urn:example")),
            entry("OWN-DATE", () -> spoilt("2026-10-31", "2926-02-30")),
            entry("OWN-CREDIT-NOTE-ROOT", () -> spoilt(">380<", ">381<")),
            entry("OWN-CORRECTION-REFERENCE", () -> spoilt(">380<", ">384<")),
            entry("OWN-SKONTO-LINE", () -> withTerms("#SKONTO#TAGE=14#PROZENT=2#\n")),
            entry("OWN-SKONTO-TEXT", () -> withTerms("14 Tage 2 % Skonto")),
            entry("OWN-CURRENCY", () -> spoilt("PayableAmount currencyID=\"EUR\"", "PayableAmount currencyID=\"USD\"")),
            entry("OWN-AMOUNT-MISSING", () -> spoilt("cbc:TaxExclusiveAmount", "cbc:Nothing")),
            entry("OWN-AMOUNT", () -> spoilt("PayableAmount currencyID=\"EUR\"", "PayableAmount currencyID=\"eur\"")),
            entry(
                    "OWN-EXTENSION-AMOUNT",
                    () -> anInvoice()
                            .with("profile", UblInvoice.EXTENSION)
                            .with("terms", THIRD_PARTY)
                            .text()),
            entry(
                    "OWN-EXTENSION-AMOUNT-IGNORED",
                    () -> anInvoice().with("terms", THIRD_PARTY).text()),
            entry("OWN-ROUTING-MISSING", () -> anInvoice().with("reference", "").text()),
            entry("OWN-ROUTING-CHECK-DIGITS", () -> toOffice("991-01234-44")),
            entry("OWN-ROUTING-EMAIL", () -> toOffice("rechnung@example.org")),
            entry("OWN-ROUTING-ORDER", () -> toOffice("Bestellung 4711")),
            entry("OWN-ROUTING-FORM", () -> toOffice("Schulamt")),
            entry("OWN-NO-TRANSFER-DIRECT-DEBIT", () -> spoilt(">58<", ">59<")),
            entry("OWN-NO-TRANSFER-CARD", () -> spoilt(">58<", ">48<")),
            entry("OWN-NO-TRANSFER-CASH", () -> spoilt(">58<", ">10<")),
            entry(
                    "OWN-NO-TRANSFER-NOTHING-DUE",
                    () -> anInvoice().with("payable", "0.00").text()),
            entry("OWN-NO-TRANSFER-NOT-EURO", () -> spoilt("EUR", "CHF")),
            entry("OWN-NO-TRANSFER-NOT-SEPA", () -> spoilt(IBAN, "TR33 0006 1005 1978 6457 8413 26")),
            entry("OWN-IBAN-FORM", () -> spoilt(IBAN, "4711")),
            entry("OWN-IBAN-CHECK-DIGITS", () -> spoilt(IBAN, "DE03120300000000202051")),
            entry("OWN-IBAN-LENGTH", () -> spoilt(IBAN, "DE0212030000000020205")));

    private static String spoilt(String text, String by) {
        return anInvoice().text().replace(text, by);
    }

    private static String withTerms(String note) {
        return anInvoice()
                .with("terms", "<cac:PaymentTerms><cbc:Note>" + note + "</cbc:Note></cac:PaymentTerms>")
                .text();
    }

    private static String toOffice(String reference) {
        return anInvoice()
                .with("reference", "<cbc:BuyerReference>" + reference + "</cbc:BuyerReference>")
                .text();
    }

    private static Findings check(String text) {
        return check(text, Findings.NONE);
    }

    private static Findings check(String text, Findings official) {
        return CHECKS.check(events(Document.of(text.getBytes(StandardCharsets.UTF_8))), official, () -> {});
    }

    private static InvoiceEvents events(Document document) {
        Base64Text files = new Base64Text();
        InvoiceEvents events = new InvoiceEvents(files);
        assertThat(document.parse(new BinaryStub(events, files))).isInstanceOf(Parsing.WellFormed.class);
        return events;
    }

    private static void over() {
        throw new IllegalStateException("the time is over");
    }

    private static List<String> rules(Findings findings) {
        return findings.stream().map(Finding::rule).toList();
    }

    static Stream<String> rules() {
        return CHECKS.rules().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void findsWhatItIsFor(String rule) {
        Findings findings = check(SPOILT.get(rule).get());
        assertThat(rules(findings)).contains(rule);
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.level().blocks()).isFalse();
            assertThat(finding.terms()).isNotEmpty();
            assertThat(finding.location()).startsWith("/ubl:Invoice");
            assertThat(finding.text())
                    .startsWith(Explanation.of(finding.rule()).orElseThrow().german());
        });
    }

    @ParameterizedTest
    @MethodSource("rules")
    void namesNoOtherCause(String rule) {
        Set<String> also =
                Map.of("OWN-CURRENCY", Set.of("OWN-NO-TRANSFER-NOT-EURO")).getOrDefault(rule, Set.of());
        assertThat(rules(check(SPOILT.get(rule).get())))
                .filteredOn(found -> !also.contains(found))
                .containsOnly(rule);
    }

    @Test
    void findsNothingInAnInvoiceThatHasNothingOfIt() {
        assertThat(check(anInvoice().text())).isEmpty();
        assertThat(check(withTerms("#SKONTO#TAGE=14#PROZENT=2.00#\n"))).isEmpty();
        assertThat(check(withTerms("Zahlbar ohne Abzug, kein Skonto"))).isEmpty();
        assertThat(check(withTerms("# Hinweis: bitte Nummer angeben"))).isEmpty();
        assertThat(check(toOffice("04011000-1234512345-06"))).isEmpty();
        assertThat(check(spoilt(IBAN, "DE02 1203 0000 0000 2020 51"))).isEmpty();
        assertThat(check(spoilt(">58<", ">30<").replace(IBAN, "4711 0815"))).isEmpty();
        assertThat(check(spoilt(">380<", ">384<")
                        .replace(
                                "<cac:AccountingSupplierParty>",
                                "<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>R-0</cbc:ID>"
                                        + "</cac:InvoiceDocumentReference></cac:BillingReference>"
                                        + "<cac:AccountingSupplierParty>")))
                .isEmpty();
    }

    @Test
    void readsAmountsAtTheirAbsolutePlaceOnly() {
        assertThat(check(anInvoice().inExtension(THIRD_PARTY).text())).isEmpty();
        String elsewhere = anInvoice()
                .inExtension("<cac:LegalMonetaryTotal><cbc:TaxExclusiveAmount currencyID='EUR'>100.00"
                        + "</cbc:TaxExclusiveAmount></cac:LegalMonetaryTotal>")
                .text();
        int own = elsewhere.lastIndexOf("<cbc:TaxExclusiveAmount");
        int end = elsewhere.indexOf("<cbc:TaxInclusiveAmount");
        assertThat(rules(check(elsewhere.substring(0, own) + elsewhere.substring(end))))
                .containsExactly("OWN-AMOUNT-MISSING");
    }

    @Test
    void tellsAnOrderNumberByTheOrderItself() {
        String text = toOffice("KB/77")
                .replace(
                        "<cac:AccountingSupplierParty>",
                        "<cac:OrderReference><cbc:ID>KB/77</cbc:ID>"
                                + "</cac:OrderReference><cac:AccountingSupplierParty>");
        assertThat(rules(check(text))).containsExactly("OWN-ROUTING-ORDER");
        assertThat(rules(check(toOffice("4500012345")))).containsExactly("OWN-ROUTING-ORDER");
    }

    @Test
    void saysWhatWouldBeRightAndWhereItStands() {
        Finding finding = check(toOffice("991-01234-44")).list().get(0);
        assertThat(finding.text()).contains("stimmen nicht", "are wrong", "(…-");
        assertThat(finding.location()).isEqualTo("/ubl:Invoice/cbc:BuyerReference");
        assertThat(finding.terms()).containsExactly("BT-10");
        assertThat(finding.value()).contains("991-01234-44");
        assertThat(finding.level()).isEqualTo(Level.WARNING);
    }

    @Test
    void doesNotSayAgainWhatTheOfficialRulesSay() {
        String text = anInvoice().with("reference", "").text();
        Finding official = new Finding(
                "BR-DE-15", Level.ERROR, LegalClass.BUSINESS_RULE, "BT-10 fehlt", "", List.of(), Optional.empty());
        assertThat(check(text, Findings.of(official))).isEmpty();
    }

    @Test
    void saysNoMoreThanTwentyTimesTheSame() {
        String lines = anInvoice().lines(300).text();
        String foreign =
                lines.replace("LineExtensionAmount currencyID=\"EUR\"", "LineExtensionAmount currencyID=\"USD\"");
        assertThat(check(foreign)).hasSize(20);
    }

    @Test
    void isANoteWhenItFails() {
        OwnCheck broken = OwnCheck.warning("OWN-DATE", Set.of(), read -> {
            throw new IllegalStateException("broken");
        });
        OwnCheck sound =
                OwnCheck.note("OWN-DATE", Set.of(), read -> Stream.of(OwnCheck.Sighting.missing(BusinessTerm.BT_2)));
        Findings findings =
                new OwnChecks(List.of(broken, sound)).check(events(anInvoice().document()), Findings.NONE, () -> {});
        assertThat(rules(findings)).containsExactly("OWN-NOT-CHECKED", "OWN-DATE");
        assertThat(findings.list().get(0).level()).isEqualTo(Level.INFORMATION);
    }

    @Test
    void hasNothingToSayOfWhatIsNoInvoice() {
        assertThat(check("<Order><a>1</a></Order>")).isEmpty();
    }

    @Test
    void isANoteWhenThereIsNoTimeLeft() {
        assertThat(rules(CHECKS.check(events(anInvoice().document()), Findings.NONE, OwnChecksTests::over)))
                .containsExactly("OWN-NOT-CHECKED");
    }

    @Test
    void standsBesideTheOfficialVerdictAndDoesNotChangeIt() {
        Validator validator = Validator.official();
        Verdict verdict = validator.check(
                Document.of(spoilt(">58<", ">59<")
                        .replace("2026-10-31", "3026-10-31")
                        .getBytes(StandardCharsets.UTF_8)),
                ON);
        assertThat(rules(verdict.own())).contains("OWN-DATE", "OWN-NO-TRANSFER-DIRECT-DEBIT");
        assertThat(rules(verdict.findings())).noneMatch(rule -> rule.startsWith("OWN-"));
        Verdict missing = validator.check(anInvoice().with("reference", "").document(), ON);
        assertThat(missing.outcome()).isEqualTo(Outcome.REJECT);
        assertThat(rules(missing.findings())).containsExactly("BR-DE-15");
        assertThat(missing.own()).isEmpty();
        assertThat(validator.check(anInvoice().document(), ON).own()).isEmpty();
    }

    @Test
    void hasATextForEachCheck() {
        assertThat(CHECKS.rules())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(SPOILT.keySet())
                .allSatisfy(rule -> assertThat(Explanation.of(rule)).isPresent());
    }
}
