package org.rechnungseingang.schematron.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rechnungseingang.schematron.UblInvoice.anInvoice;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.Invoices;
import org.rechnungseingang.schematron.Explanation;
import org.rechnungseingang.schematron.Finding;
import org.rechnungseingang.schematron.LegalClass;
import org.rechnungseingang.schematron.Level;
import org.rechnungseingang.schematron.UblInvoice;

class ComputedTests {

    private static final String TOTALS = "/ubl:Invoice/cac:LegalMonetaryTotal";
    private static final String SUBTOTAL = "/ubl:Invoice/cac:TaxTotal/cac:TaxSubtotal";

    private static Optional<Explanation> of(UblInvoice invoice, String rule, String location, String... terms) {
        return of(invoice, rule, location, Optional.empty(), terms);
    }

    private static Optional<Explanation> of(
            UblInvoice invoice, String rule, String location, Optional<String> value, String... terms) {
        Finding finding =
                new Finding(rule, Level.ERROR, LegalClass.BUSINESS_RULE, "text", location, List.of(terms), value);
        return Computed.of(finding, Invoices.read(invoice.document()).invoice().orElseThrow());
    }

    private static Optional<Explanation> of(String text, String rule) {
        Finding finding =
                new Finding(rule, Level.ERROR, LegalClass.BUSINESS_RULE, "text", TOTALS, List.of(), Optional.empty());
        Document document = Document.of(text.getBytes(StandardCharsets.UTF_8));
        return Computed.of(finding, Invoices.read(document).invoice().orElseThrow());
    }

    private static String german(Optional<Explanation> explanation) {
        return explanation.map(text -> text.in(Locale.GERMANY)).orElse("");
    }

    private static String english(Optional<Explanation> explanation) {
        return explanation.map(text -> text.in(Locale.UK)).orElse("");
    }

    @Test
    void addsUpTheLines() {
        Optional<Explanation> explanation = of(anInvoice().lines(12).with("net", "1199.50"), "BR-CO-10", TOTALS);

        assertThat(german(explanation))
                .isEqualTo("Die Positionen (BT-131) ergeben zusammen 1.200,00 EUR, in BT-106 steht "
                        + "1.199,50 EUR; es fehlen 0,50 EUR.");
        assertThat(english(explanation))
                .isEqualTo("The line amounts (BT-131) add up to 1,200.00 EUR, but BT-106 says "
                        + "1,199.50 EUR: 0.50 EUR too little.");
    }

    @Test
    void isSilentWhereTheFiguresAreRight() {
        assertThat(of(anInvoice(), "BR-CO-10", TOTALS)).isEmpty();
        assertThat(of(anInvoice(), "BR-CO-15", "/ubl:Invoice")).isEmpty();
        assertThat(of(anInvoice(), "BR-S-08", SUBTOTAL + "/cac:TaxCategory")).isEmpty();
        assertThat(of(anInvoice(), "PEPPOL-EN16931-R120", "/ubl:Invoice/cac:InvoiceLine"))
                .isEmpty();
        assertThat(of(anInvoice(), "BR-DE-18", "/ubl:Invoice")).isEmpty();
        assertThat(of(anInvoice(), "BR-DE-15", "/ubl:Invoice")).isEmpty();
        assertThat(of(anInvoice(), "BR-4711", "")).isEmpty();
    }

    @Test
    void isSilentAcrossCurrencies() {
        String text = anInvoice().with("net", "90.00").text();
        String dollars = text.replace("\"EUR\">100.00</cbc:LineExtension", "\"USD\">100.00</cbc:LineExtension");

        assertThat(dollars).isNotEqualTo(text);
        assertThat(of(text, "BR-CO-10")).isPresent();
        assertThat(of(dollars, "BR-CO-10")).isEmpty();
    }

    // XRechnung's Extension makes a note of BR-CO-16, since BR-DEX-09 stands in for it: nothing is to be corrected.
    @Test
    void isSilentOnWhatIsButInformation() {
        Invoice invoice = Invoices.read(anInvoice().with("payable", "120.00").document())
                .invoice()
                .orElseThrow();

        assertThat(Computed.of(finding(Level.WARNING), invoice)).isPresent();
        assertThat(Computed.of(finding(Level.INFORMATION), invoice)).isEmpty();
    }

    private static Finding finding(Level level) {
        return new Finding(
                "BR-CO-16", level, LegalClass.BUSINESS_RULE, "text", TOTALS, List.of("BT-115"), Optional.empty());
    }

    @Test
    void showsHowATotalIsReckoned() {
        assertThat(german(of(anInvoice().with("gross", "118.00"), "BR-CO-15", "/ubl:Invoice")))
                .isEqualTo("BT-109 + BT-110 ist 100,00 + 19,00 = 119,00 EUR, in BT-112 steht 118,00 EUR; "
                        + "es fehlen 1,00 EUR.");
        assertThat(german(of(anInvoice().with("payable", "120.00"), "BR-CO-16", TOTALS)))
                .isEqualTo("BT-115 muss gleich BT-112 sein, also 119,00 EUR, in BT-115 steht 120,00 EUR; "
                        + "das sind 1,00 EUR zu viel.");
        assertThat(german(of(anInvoice().with("tax", "18.00"), "BR-CO-14", "/ubl:Invoice/cac:TaxTotal")))
                .isEmpty();
    }

    @Test
    void reckonsWithThePaidAmountAndTheRounding() {
        String paid = "<cbc:PrepaidAmount currencyID=\"EUR\">20.00</cbc:PrepaidAmount>"
                + "<cbc:PayableRoundingAmount currencyID=\"EUR\">-0.01</cbc:PayableRoundingAmount>";
        String text = anInvoice().text().replace("<cbc:PayableAmount", paid + "<cbc:PayableAmount");

        assertThat(german(of(text, "BR-CO-16")))
                .isEqualTo("BT-112 \u2212 BT-113 + BT-114 ist 119,00 \u2212 20,00 + -0,01 = 98,99 EUR, in BT-115 steht "
                        + "119,00 EUR; das sind 20,01 EUR zu viel.");
    }

    @Test
    void reckonsTheTaxOfOneCategory() {
        assertThat(german(of(anInvoice().with("tax", "9.00"), "BR-S-09", SUBTOTAL + "/cac:TaxCategory")))
                .isEqualTo("19 % von 100,00 EUR (BT-116) sind 19,00 EUR, in BT-117 steht 9,00 EUR; "
                        + "es fehlen 10,00 EUR.");
        assertThat(of(anInvoice().with("tax", "18.50"), "BR-S-09", SUBTOTAL + "/cac:TaxCategory"))
                .as("less than one unit is let go")
                .isEmpty();
        assertThat(german(of(anInvoice().with("net", "90.00"), "BR-S-08", SUBTOTAL + "/cac:TaxCategory")))
                .isEqualTo("Die Positionen mit 19 % (S) ergeben 100,00 EUR, in BT-116 steht 90,00 EUR; "
                        + "es fehlen 10,00 EUR.");
    }

    @Test
    void expectsNoTaxWhereThereIsNone() {
        UblInvoice invoice = anInvoice();
        invoice.with(
                "subtotals",
                invoice.text()
                        .replaceAll("(?s).*?(<cac:TaxSubtotal>.*</cac:TaxSubtotal>).*", "$1")
                        .replace("<cbc:ID>S<", "<cbc:ID>E<"));

        assertThat(german(of(invoice, "BR-E-09", SUBTOTAL + "/cac:TaxCategory")))
                .isEqualTo("In der Kategorie E fällt keine Steuer an, also 0,00 EUR, in BT-117 steht 19,00 EUR; "
                        + "das sind 19,00 EUR zu viel.");
    }

    @Test
    void speaksOfTheRightLine() {
        UblInvoice invoice = anInvoice().lines(3);
        invoice.with(
                "lines",
                invoice.text()
                        .replaceAll("(?s).*?(<cac:InvoiceLine>.*</cac:InvoiceLine>).*", "$1")
                        .replaceFirst("(?s)(<cbc:ID>2</cbc:ID>.*?currencyID=\"EUR\">)100.00", "$1107.00"));

        assertThat(german(of(invoice, "PEPPOL-EN16931-R120", "/ubl:Invoice/cac:InvoiceLine[2]")))
                .isEqualTo(
                        "Position 2: 1 × 100,00 = 100,00 EUR, in BT-131 steht 107,00 EUR; das sind 7,00 EUR zu viel.");
        assertThat(of(invoice, "PEPPOL-EN16931-R120", "/ubl:Invoice/cac:InvoiceLine[3]"))
                .isEmpty();
        assertThat(of(invoice, "PEPPOL-EN16931-R120", "/ubl:Invoice/cac:InvoiceLine[4]"))
                .isEmpty();
    }

    @Test
    void namesAmountsOfTooManyDecimals() {
        assertThat(german(of(anInvoice().with("payable", "119.000"), "BR-DEC-18", TOTALS, "BT-115")))
                .isEqualTo("In BT-115 steht 119,000; mehr als zwei Nachkommastellen sind nicht erlaubt.");
        assertThat(of(anInvoice(), "BR-DEC-18", TOTALS, "BT-115")).isEmpty();
    }

    @Test
    void namesTheCodeThatStandsThere() {
        assertThat(english(of(anInvoice(), "BR-CL-01", "/ubl:Invoice/cbc:InvoiceTypeCode", Optional.of("999"))))
                .isEqualTo("The code in the invoice is \"999\".");
        assertThat(german(of(anInvoice(), "BR-CL-25", "/x", Optional.of("seller@example.org"))))
                .isEqualTo("Als Verzeichnis der Kennung „seller@example.org“ ist „EM“ angegeben.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#SKONTO#TAGE=14#PROZENT=2,00# | Punkt und kein Komma | #SKONTO#TAGE=14#PROZENT=2.00#⏎",
                "#SKONTO#TAGE=14#PROZENT=2# | zwei Nachkommastellen | #SKONTO#TAGE=14#PROZENT=2.00#⏎",
                "#SKONTO#TAGE=14#PROZENT=2.5%# | Prozentzeichen | #SKONTO#TAGE=14#PROZENT=2.50#⏎",
                "#SKONTO#TAGE=7#PROZENT=3.00##SKONTO#TAGE=14#PROZENT=2.00# | Zeilenumbruch "
                        + "| #SKONTO#TAGE=7#PROZENT=3.00#⏎#SKONTO#TAGE=14#PROZENT=2.00#⏎",
                "#SKONTO#TAGE=14#prozent=2.00# | Großbuchstaben | #SKONTO#TAGE=14#PROZENT=2.00#⏎",
                "#SKONTO#TAGE= 14#PROZENT=2.00 | Leerzeichen | #SKONTO#TAGE=14#PROZENT=2.00#⏎"
            })
    void showsTheLineOfSkontoAndWhatWasMeant(String line, String fault, String meant) {
        UblInvoice invoice =
                anInvoice().with("terms", "<cac:PaymentTerms><cbc:Note>" + line + "\n</cbc:Note></cac:PaymentTerms>");

        assertThat(german(of(invoice, "BR-DE-18", "/ubl:Invoice")))
                .contains("In BT-20 steht „" + line + "“", fault, "Gemeint ist wohl „" + meant + "“.");
    }

    @Test
    void doesNotGuessAtSkontoThatCannotBeGuessed() {
        UblInvoice invoice =
                anInvoice().with("terms", "<cac:PaymentTerms><cbc:Note>#VERZUG#\n</cbc:Note></cac:PaymentTerms>");

        assertThat(german(of(invoice, "BR-DE-18", "/ubl:Invoice")))
                .contains("TAGE fehlt, PROZENT fehlt")
                .doesNotContain("Gemeint");
    }

    @Test
    void showsTheMissingLineBreakAfterSkonto() {
        UblInvoice invoice = anInvoice()
                .with(
                        "terms",
                        "<cac:PaymentTerms><cbc:Note>#SKONTO#TAGE=7#PROZENT=2.00#</cbc:Note></cac:PaymentTerms>");

        assertThat(german(of(invoice, "BR-DE-18", "/ubl:Invoice")))
                .contains("folgt in BT-20 kein Zeilenumbruch", "„#SKONTO#TAGE=7#PROZENT=2.00#⏎“");
    }

    @Test
    void findsARoutingIdInAWrongPlace() {
        UblInvoice invoice = anInvoice()
                .with("reference", "<cac:OrderReference><cbc:ID>991-33333TEST-33</cbc:ID></cac:OrderReference>");

        assertThat(german(of(invoice, "BR-DE-15", "/ubl:Invoice")))
                .isEqualTo("BT-10 ist leer; die Leitweg-ID 991-33333TEST-33 steht in BT-13. "
                        + "Bitte sie in BT-10 eintragen.");
    }
}
