package org.rechnungseingang.service.validation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rechnungseingang.invoice.CreditTransfer;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.Money;
import org.rechnungseingang.invoice.PaymentTerms;
import org.rechnungseingang.invoice.Skonto;

/**
 * What the rest of the service needs to know of an invoice, as read from it; nothing is computed but the discount.
 *
 * @param format the syntax and profile in words
 * @param seller BT-27
 * @param number BT-1
 * @param typeCode BT-3
 * @param issueDate BT-2
 * @param dueDate BT-9
 * @param discounts the cash discounts, by the day on which they end
 * @param payable BT-115
 * @param routingId BT-10 as written
 * @param payee BT-59, else BT-27
 * @param differentPayee whether the payee is named apart from the seller (BG-10)
 * @param sellerVatId BT-31
 * @param sellerTaxNumber BT-32
 * @param ibans BT-84 of every credit transfer, without spaces
 */
public record InvoiceHeader(
        String format,
        Optional<String> seller,
        Optional<String> number,
        Optional<String> typeCode,
        Optional<LocalDate> issueDate,
        Optional<LocalDate> dueDate,
        List<Discount> discounts,
        Optional<Money> payable,
        Optional<String> routingId,
        Optional<String> payee,
        boolean differentPayee,
        Optional<String> sellerVatId,
        Optional<String> sellerTaxNumber,
        List<String> ibans) {

    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_ACCOUNT = 50;
    private static final int MOST_DISCOUNTS = 20;

    /** The credit notes of UNTDID 1001, as BR-CL-01 of EN 16931 allows them in a UBL CreditNote. */
    private static final Set<String> CREDIT_NOTES =
            Set.of("81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "502", "503", "532");

    /** Less to pay until a day; the days count from the issue date (BT-2) unless the invoice names another start. */
    public record Discount(LocalDate until, Money amount) {}

    /** Whether there is nothing to pay but something to get: a credit note by its type, or less than nothing due. */
    public boolean creditNote() {
        return typeCode.filter(CREDIT_NOTES::contains).isPresent()
                || payable.filter(due -> due.signum() < 0).isPresent();
    }

    static InvoiceHeader of(Invoice invoice, String format) {
        return new InvoiceHeader(
                format,
                bounded(invoice.seller().name()),
                bounded(invoice.number()),
                bounded(invoice.typeCode()),
                invoice.issueDate(),
                invoice.dueDate(),
                discounts(invoice),
                invoice.totals().due(),
                bounded(invoice.buyerReference()),
                bounded(invoice.payeeName()),
                invoice.payee().isPresent(),
                bounded(invoice.seller().vatIdentifier()),
                bounded(invoice.seller().taxRegistration()),
                ibans(invoice));
    }

    // An index row takes 2.7 KB: whoever writes a novel into a name must not stop his invoice on its way.
    private static Optional<String> bounded(Optional<String> text) {
        return text.map(whole -> whole.codePoints()
                .limit(LONGEST_TEXT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
    }

    private static List<Discount> discounts(Invoice invoice) {
        List<Skonto> skonti = invoice.paymentTerms().map(PaymentTerms::skonti).orElse(List.of());
        return invoice.issueDate()
                .flatMap(issued -> invoice.totals().due().map(due -> discounts(skonti, issued, due)))
                .orElse(List.of());
    }

    private static List<Discount> discounts(List<Skonto> skonti, LocalDate issued, Money due) {
        return skonti.stream()
                .map(skonto -> new Discount(skonto.lastDay(issued), skonto.discount(due)))
                .sorted(Comparator.comparing(Discount::until)
                        .thenComparing(Discount::amount, Comparator.reverseOrder()))
                .limit(MOST_DISCOUNTS)
                .toList();
    }

    private static List<String> ibans(Invoice invoice) {
        return invoice.paymentInstructions().stream()
                .flatMap(instructions -> instructions.creditTransfers().stream())
                .map(CreditTransfer::account)
                .flatMap(Optional::stream)
                .map(iban -> iban.replaceAll("\\s", ""))
                .filter(iban -> iban.length() <= LONGEST_ACCOUNT)
                .distinct()
                .toList();
    }
}
