package org.rechnungseingang.invoice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An invoice as its sender wrote it, in the words of EN 16931 whichever syntax it came in. Nothing is computed and
 * nothing is required: a wrong invoice can be shown, too.
 *
 * @param syntax the syntax it was read from
 * @param number BT-1
 * @param issueDate BT-2
 * @param typeCode BT-3, UNTDID 1001 (380 invoice, 381 credit note, 384 corrected invoice …)
 * @param currency BT-5
 * @param vatCurrency BT-6
 * @param taxPointDate BT-7
 * @param taxPointDateCode BT-8
 * @param dueDate BT-9
 * @param buyerReference BT-10, the Leitweg-ID; see {@link #leitwegId()}
 * @param references BT-11 to BT-18
 * @param buyerAccountingReference BT-19
 * @param paymentTerms BT-20
 * @param notes BG-1
 * @param processControl BG-2
 * @param precedingInvoices BG-3
 * @param seller BG-4
 * @param buyer BG-7
 * @param payee BG-10
 * @param taxRepresentative BG-11
 * @param delivery BG-13
 * @param period BG-14
 * @param paymentInstructions BG-16; more than one only in a wrong invoice
 * @param allowances BG-20
 * @param charges BG-21
 * @param totals BG-22
 * @param vatBreakdown BG-23
 * @param supportingDocuments BG-24
 * @param thirdPartyPayments BG-DEX-09
 * @param lines BG-25 in the order of the document
 */
public record Invoice(
        Syntax syntax,
        Optional<String> number,
        Optional<LocalDate> issueDate,
        Optional<String> typeCode,
        Optional<String> currency,
        Optional<String> vatCurrency,
        Optional<LocalDate> taxPointDate,
        Optional<String> taxPointDateCode,
        Optional<LocalDate> dueDate,
        Optional<String> buyerReference,
        References references,
        Optional<String> buyerAccountingReference,
        Optional<PaymentTerms> paymentTerms,
        List<InvoiceNote> notes,
        ProcessControl processControl,
        List<PrecedingInvoice> precedingInvoices,
        Seller seller,
        Buyer buyer,
        Optional<Payee> payee,
        Optional<TaxRepresentative> taxRepresentative,
        Optional<Delivery> delivery,
        Optional<Period> period,
        List<PaymentInstructions> paymentInstructions,
        List<AllowanceCharge> allowances,
        List<AllowanceCharge> charges,
        DocumentTotals totals,
        List<VatBreakdown> vatBreakdown,
        List<SupportingDocument> supportingDocuments,
        List<ThirdPartyPayment> thirdPartyPayments,
        List<InvoiceLine> lines) {
    /** Keeps its own copies of the lists. */
    public Invoice {
        notes = List.copyOf(notes);
        precedingInvoices = List.copyOf(precedingInvoices);
        paymentInstructions = List.copyOf(paymentInstructions);
        allowances = List.copyOf(allowances);
        charges = List.copyOf(charges);
        vatBreakdown = List.copyOf(vatBreakdown);
        supportingDocuments = List.copyOf(supportingDocuments);
        thirdPartyPayments = List.copyOf(thirdPartyPayments);
        lines = List.copyOf(lines);
    }

    /** BT-10 read as a routing id. */
    public LeitwegId.Outcome leitwegId() {
        return LeitwegId.of(buyerReference.orElse(""));
    }

    /** The embedded files (BT-125); their bytes come from {@link Attachments}. */
    public List<Attachment> attachments() {
        return supportingDocuments.stream()
                .flatMap(document -> document.attachment().stream())
                .toList();
    }

    /** Who gets the money: the payee (BG-10), else the seller. */
    public Optional<String> payeeName() {
        return payee.flatMap(Payee::name).or(seller::name);
    }
}
