package org.rechnungseingang.service.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rechnungseingang.service.town.AnInvoice.anInvoice;

import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.town.AnInvoice;

class BusinessKeyTests {

    private static final String VAT = "(?s)<cac:PartyTaxScheme>\\s*<cbc:CompanyID>DE.*?</cac:PartyTaxScheme>";
    private static final String TAX = "(?s)<cac:PartyTaxScheme>\\s*<cbc:CompanyID>345.*?</cac:PartyTaxScheme>";

    @Test
    void namesSellerNumberAndYear() {
        assertThat(key(anInvoice().number("PS-2026-1187"))).isEqualTo("vat:de999100016|ps-2026-1187|2026|invoice");
    }

    @Test
    void forgivesBlanksAndCapitals() {
        assertThat(key(anInvoice().number(" ps-2026 -1187").with("DE999100016", "de 999 100 016")))
                .isEqualTo(key(anInvoice().number("PS-2026-1187")));
    }

    @Test
    void takesTheTaxNumberWhereThereIsNoVatId() {
        AnInvoice invoice = anInvoice().number("1").first(VAT, "");

        assertThat(key(invoice)).isEqualTo("tax:34550010011|1|2026|invoice");
        assertThat(key(invoice.with("345/5001/0011", "345 5001 0011"))).isEqualTo(key(invoice));
    }

    @Test
    void takesNameAndAccountWhereThereIsNoNumberOfTheSeller() {
        assertThat(key(anInvoice().number("1").first(VAT, "").first(TAX, "")))
                .isEqualTo("name:papierhaussonnberggmbh|de90999000010004711001|1|2026|invoice");
    }

    @Test
    void isAnotherInTheNextYear() {
        assertThat(key(anInvoice().number("1").with("2026-11-03", "2027-11-03")))
                .endsWith("|2027|invoice");
    }

    @Test
    void keepsACreditNoteApartFromTheInvoiceOfTheSameNumber() {
        assertThat(key(anInvoice().number("1").with("Code>380<", "Code>381<")))
                .isEqualTo("vat:de999100016|1|2026|credit");
        assertThat(key(AnInvoice.sample("good/ubl-07-gutschrift.xml"))).endsWith("|credit");
    }

    @Test
    void isNoneWithoutNumberDateOrSeller() {
        assertThat(BusinessKey.of(anInvoice().number(" ").read())).isEmpty();
        assertThat(BusinessKey.of(anInvoice()
                        .with("<cbc:IssueDate>2026-11-03</cbc:IssueDate>", "")
                        .read()))
                .isEmpty();
        assertThat(BusinessKey.of(anInvoice()
                        .first(VAT, "")
                        .first(TAX, "")
                        .with("DE90999000010004711001", " ")
                        .read()))
                .isEmpty();
    }

    @Test
    void fitsIntoAnIndexHoweverLongTheNumberIs() {
        String key = key(anInvoice().number("A".repeat(10_000)));

        assertThat(key).startsWith("sha256:").hasSize(71);
        assertThat(key(anInvoice().number("A".repeat(10_001)))).isNotEqualTo(key);
    }

    private static String key(AnInvoice invoice) {
        return BusinessKey.of(invoice.read()).orElseThrow().text();
    }
}
