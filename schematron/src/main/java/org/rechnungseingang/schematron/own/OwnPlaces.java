package org.rechnungseingang.schematron.own;

import static java.util.Map.entry;
import static org.rechnungseingang.invoice.BusinessTerm.*;

import java.util.Map;
import org.rechnungseingang.invoice.BusinessTerm;

/**
 * Where the fields that our own checks speak of stand, as XPaths for people. Source: EN 16931-3-2 and -3-3. Without
 * numbers: where a field repeats, the value tells which one is meant.
 */
final class OwnPlaces {

    private static final String SUMS = "cac:LegalMonetaryTotal/cbc:";
    private static final String TRADE = "rsm:SupplyChainTradeTransaction/ram:";
    private static final String AGREEMENT = TRADE + "ApplicableHeaderTradeAgreement/ram:";
    private static final String DELIVERY = TRADE + "ApplicableHeaderTradeDelivery/ram:";
    private static final String SETTLEMENT = TRADE + "ApplicableHeaderTradeSettlement/ram:";
    private static final String CII_SUMS = SETTLEMENT + "SpecifiedTradeSettlementHeaderMonetarySummation/ram:";
    private static final String DATE = "/udt:DateTimeString";

    private static final Map<BusinessTerm, String> UBL = Map.ofEntries(
            entry(BT_1, "cbc:ID"),
            entry(BT_2, "cbc:IssueDate"),
            entry(BT_3, "cbc:InvoiceTypeCode"),
            entry(BT_7, "cbc:TaxPointDate"),
            entry(BT_9, "cbc:DueDate"),
            entry(BT_10, "cbc:BuyerReference"),
            entry(BT_20, "cac:PaymentTerms/cbc:Note"),
            entry(BT_23, "cbc:ProfileID"),
            entry(BT_24, "cbc:CustomizationID"),
            entry(BT_26, "cac:BillingReference/cac:InvoiceDocumentReference/cbc:IssueDate"),
            entry(BT_72, "cac:Delivery/cbc:ActualDeliveryDate"),
            entry(BT_73, "cac:InvoicePeriod/cbc:StartDate"),
            entry(BT_74, "cac:InvoicePeriod/cbc:EndDate"),
            entry(BT_81, "cac:PaymentMeans/cbc:PaymentMeansCode"),
            entry(BT_84, "cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID"),
            entry(BT_106, SUMS + "LineExtensionAmount"),
            entry(BT_107, SUMS + "AllowanceTotalAmount"),
            entry(BT_108, SUMS + "ChargeTotalAmount"),
            entry(BT_109, SUMS + "TaxExclusiveAmount"),
            entry(BT_110, "cac:TaxTotal/cbc:TaxAmount"),
            entry(BT_112, SUMS + "TaxInclusiveAmount"),
            entry(BT_113, SUMS + "PrepaidAmount"),
            entry(BT_114, SUMS + "PayableRoundingAmount"),
            entry(BT_115, SUMS + "PayableAmount"),
            entry(BT_131, "cac:InvoiceLine/cbc:LineExtensionAmount"),
            entry(BT_134, "cac:InvoiceLine/cac:InvoicePeriod/cbc:StartDate"),
            entry(BT_135, "cac:InvoiceLine/cac:InvoicePeriod/cbc:EndDate"),
            entry(BG_DEX_09, "cac:PrepaidPayment"));

    private static final Map<BusinessTerm, String> CREDIT_NOTE = Map.of(
            BT_3, "cbc:CreditNoteTypeCode",
            BT_9, "cac:PaymentMeans/cbc:PaymentDueDate",
            BT_131, "cac:CreditNoteLine/cbc:LineExtensionAmount",
            BT_134, "cac:CreditNoteLine/cac:InvoicePeriod/cbc:StartDate",
            BT_135, "cac:CreditNoteLine/cac:InvoicePeriod/cbc:EndDate");

    private static final Map<BusinessTerm, String> CII = Map.ofEntries(
            entry(BT_1, "rsm:ExchangedDocument/ram:ID"),
            entry(BT_2, "rsm:ExchangedDocument/ram:IssueDateTime" + DATE),
            entry(BT_3, "rsm:ExchangedDocument/ram:TypeCode"),
            entry(BT_7, SETTLEMENT + "ApplicableTradeTax/ram:TaxPointDate/udt:DateString"),
            entry(BT_9, SETTLEMENT + "SpecifiedTradePaymentTerms/ram:DueDateDateTime" + DATE),
            entry(BT_10, AGREEMENT + "BuyerReference"),
            entry(BT_20, SETTLEMENT + "SpecifiedTradePaymentTerms"),
            entry(BT_23, "rsm:ExchangedDocumentContext/ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID"),
            entry(BT_24, "rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID"),
            entry(BT_26, SETTLEMENT + "InvoiceReferencedDocument/ram:FormattedIssueDateTime/qdt:DateTimeString"),
            entry(BT_72, DELIVERY + "ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime" + DATE),
            entry(BT_73, SETTLEMENT + "BillingSpecifiedPeriod/ram:StartDateTime" + DATE),
            entry(BT_74, SETTLEMENT + "BillingSpecifiedPeriod/ram:EndDateTime" + DATE),
            entry(BT_81, SETTLEMENT + "SpecifiedTradeSettlementPaymentMeans/ram:TypeCode"),
            entry(BT_84, SETTLEMENT + "SpecifiedTradeSettlementPaymentMeans/ram:PayeePartyCreditorFinancialAccount"),
            entry(BT_106, CII_SUMS + "LineTotalAmount"),
            entry(BT_107, CII_SUMS + "AllowanceTotalAmount"),
            entry(BT_108, CII_SUMS + "ChargeTotalAmount"),
            entry(BT_109, CII_SUMS + "TaxBasisTotalAmount"),
            entry(BT_110, CII_SUMS + "TaxTotalAmount"),
            entry(BT_112, CII_SUMS + "GrandTotalAmount"),
            entry(BT_113, CII_SUMS + "TotalPrepaidAmount"),
            entry(BT_114, CII_SUMS + "RoundingAmount"),
            entry(BT_115, CII_SUMS + "DuePayableAmount"));

    private OwnPlaces() {}

    /** The place of the field; the root if there is no value, empty if the place is not known. */
    static String of(org.rechnungseingang.invoice.Syntax syntax, BusinessTerm term, String value) {
        return switch (syntax) {
            case UBL_INVOICE -> in("/ubl:Invoice", UBL.getOrDefault(term, ""), value);
            case UBL_CREDIT_NOTE ->
                in("/cn:CreditNote", CREDIT_NOTE.getOrDefault(term, UBL.getOrDefault(term, "")), value);
            case CII -> in("/rsm:CrossIndustryInvoice", CII.getOrDefault(term, ""), value);
        };
    }

    private static String in(String root, String path, String value) {
        if (value.isEmpty()) {
            return root;
        }
        return path.isEmpty() ? "" : root + "/" + path;
    }
}
