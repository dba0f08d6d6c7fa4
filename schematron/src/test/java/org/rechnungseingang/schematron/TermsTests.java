package org.rechnungseingang.schematron;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.invoice.BusinessTerm;

class TermsTests {

    private static final Terms TERMS = Terms.official();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final String SETTLEMENT =
            "/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement";

    @Test
    void nameOnlyTermsThatThereAre() {
        assertThat(TERMS.all()).allMatch(term -> BusinessTerm.of(term).isPresent());
    }

    /** BT-111 stands where BT-110 does, in the currency of BT-6. */
    @Test
    void nameEveryTermButOne() {
        assertThat(Stream.of(BusinessTerm.values())
                        .map(BusinessTerm::id)
                        .filter(id -> !TERMS.all().contains(id)))
                .containsExactly("BT-111");
    }

    @Test
    void haveThoseOfTheNearestGroupForWhatHasNone() {
        assertThat(TERMS.at("/ubl:Invoice/cac:AccountingSupplierParty/cac:Party/cac:Contact/cbc:ID"))
                .containsExactly("BG-6");
        assertThat(TERMS.at("/ubl:Invoice/cbc:IssueDate/@anything")).containsExactly("BT-2");
        assertThat(TERMS.at("/ubl:Invoice")).isEmpty();
        assertThat(TERMS.at("")).isEmpty();
    }

    @Test
    void tellKindsApartAndNameBothWhereNothingTells() {
        assertThat(TERMS.at("/ubl:Invoice/cac:AllowanceCharge=true/cbc:Amount")).containsExactly("BT-99");
        assertThat(TERMS.at("/ubl:Invoice/cac:AllowanceCharge=false/cbc:Amount"))
                .containsExactly("BT-92");
        assertThat(TERMS.at("/ubl:Invoice/cac:AllowanceCharge=1/cbc:Amount")).containsExactly("BG-20", "BG-21");
        assertThat(TERMS.at(SETTLEMENT + "/ram:SpecifiedTradeAllowanceCharge=true/ram:CategoryTradeTax/ram:TypeCode"))
                .containsExactly("BT-102");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cii            | set //ram:PersonName =                                       | PEPPOL-EN16931-R008 | BT-41
            cii            | set //ram:SellerTradeParty/ram:ID =                          | PEPPOL-EN16931-R008 | BT-29
            cii            | set //ram:BuyerTradeParty//ram:CountryID = XX                | BR-CL-14            | BT-55
            cii            | set //ram:IncludedNote/ram:Content =                         | PEPPOL-EN16931-R008 | BT-22
            cii            | set //ram:SpecifiedTradeAllowanceCharge[1]//ram:CategoryCode = X | BR-CL-17        | BT-95
            cii            | set //ram:SpecifiedTradeAllowanceCharge[2]//ram:CategoryCode = X | BR-CL-17        | BT-102
            cii            | set //ram:BilledQuantity/@unitCode = Stück                   | BR-CL-23            | BT-129
            cii            | make //ram:DuePayableAmount @currencyID                      | CII-DT-031          | BT-115
            ubl-invoice    | set //cbc:DocumentCurrencyCode = XYZ                         | BR-CL-04            | BT-5
            ubl-invoice    | set //cac:Contact/cbc:Telephone =                            | PEPPOL-EN16931-R008 | BT-42
            ubl-invoice    | set //cac:AllowanceCharge[2]/cbc:AllowanceChargeReason =     | PEPPOL-EN16931-R008 | BT-104
            ubl-creditnote | set //cac:Item/cbc:Name =                                    | PEPPOL-EN16931-R008 | BT-153
            ubl-creditnote | set //cbc:CreditNoteTypeCode = 999                           | BR-CL-01            | BT-3
            ubl-creditnote | set //cbc:PayableAmount = 119.000                            | UBL-DT-01           | BT-115
            ubl-extension  | set //cac:PrepaidPayment/cbc:PaidAmount = 5.000              | UBL-DT-01           | BT-DEX-002
            ubl-extension  | set //cac:SubInvoiceLine[2]/cac:Item/cbc:Name =              | PEPPOL-EN16931-R008 | BG-DEX-01
            """)
    void standWhereATextNamesNone(String base, String change, String rule, String term) {
        Verdict verdict = SmallCasesTests.VALIDATOR.check(
                SmallInvoice.of(base).with(change).document(), SmallCase.ON);

        assertThat(verdict.findings())
                .filteredOn(finding -> finding.rule().equals(rule))
                .extracting(Finding::terms)
                .containsOnly(List.of(term));
    }

    /**
     * Each of them asks which kind of allowance or charge it is in, and nothing tells. What is allocated counts the work:
     * ten times as many findings take about ten times as much, and a hundred times if each looked through the whole group.
     */
    @Test
    void takeNoMoreWorkForEachOfManyFindingsInOneGroup() {
        checkManyInOneGroup(1);

        long thousand = checkManyInOneGroup(1_000);

        assertThat(checkManyInOneGroup(10_000)).isLessThan(20 * thousand);
    }

    /** What the check allocated, in bytes. */
    private static long checkManyInOneGroup(int findings) {
        Document document = SmallInvoice.of("ubl-invoice")
                .with("in /ubl:Invoice <cac:AllowanceCharge>"
                        + "<cbc:BaseAmount>1</cbc:BaseAmount>".repeat(findings)
                        + "</cac:AllowanceCharge>")
                .document();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Verdict verdict = SmallCasesTests.VALIDATOR
                .check(document, SmallCase.ON, "cen-ubl")
                .orElseThrow();
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;

        assertThat(verdict.findings())
                .filteredOn(finding -> finding.rule().equals("BR-CL-03"))
                .hasSize(findings)
                .extracting(Finding::terms)
                .containsOnly(List.of("BG-20", "BG-21"));
        return allocated;
    }
}
