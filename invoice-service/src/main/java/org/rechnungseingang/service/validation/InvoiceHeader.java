package org.rechnungseingang.service.validation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
 * @param issueDate BT-2
 * @param dueDate BT-9
 * @param discount the first cash discount that ends
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
        Optional<LocalDate> issueDate,
        Optional<LocalDate> dueDate,
        Optional<Discount> discount,
        Optional<Money> payable,
        Optional<String> routingId,
        Optional<String> payee,
        boolean differentPayee,
        Optional<String> sellerVatId,
        Optional<String> sellerTaxNumber,
        List<String> ibans) {

    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_ACCOUNT = 50;

    /** Less to pay until a day; the days count from the issue date (BT-2) unless the invoice names another start. */
    public record Discount(LocalDate until, Money amount) {}

    static InvoiceHeader of(Invoice invoice, String format) {
        return new InvoiceHeader(
                format,
                bounded(invoice.seller().name()),
                bounded(invoice.number()),
                invoice.issueDate(),
                invoice.dueDate(),
                discount(invoice),
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

    private static Optional<Discount> discount(Invoice invoice) {
        return invoice.issueDate()
                .flatMap(issued -> invoice.totals()
                        .due()
                        .flatMap(due -> invoice.paymentTerms().map(PaymentTerms::skonti).orElse(List.of()).stream()
                                .map(skonto -> discount(skonto, issued, due))
                                .min(Comparator.comparing(Discount::until))));
    }

    private static Discount discount(Skonto skonto, LocalDate issued, Money due) {
        return new Discount(skonto.lastDay(issued), skonto.discount(due));
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
