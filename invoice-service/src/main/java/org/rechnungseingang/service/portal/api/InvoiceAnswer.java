package org.rechnungseingang.service.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.rechnungseingang.invoice.Money;
import org.rechnungseingang.service.register.RegisterEntry;
import org.rechnungseingang.service.validation.InvoiceHeader;

/**
 * What was read from an invoice; nothing is computed but the discount.
 *
 * @param format syntax and profile in words
 * @param seller BT-27
 * @param number BT-1
 * @param issueDate BT-2
 * @param dueDate BT-9
 * @param payable BT-115; absent if it has a fraction of a cent
 * @param discount the first cash discount that ends
 * @param routingId BT-10 as written
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record InvoiceAnswer(
        String format,
        Optional<String> seller,
        Optional<String> number,
        Optional<LocalDate> issueDate,
        Optional<LocalDate> dueDate,
        Optional<Amount> payable,
        Optional<DiscountAnswer> discount,
        Optional<String> routingId) {

    /** An amount with two decimals, in a currency of ISO 4217. */
    record Amount(String amount, String currency) {

        static Optional<Amount> of(OptionalLong cents, Optional<String> currency) {
            return cents.isPresent()
                    ? currency.map(code -> new Amount(Wire.amount(cents.getAsLong()), code))
                    : Optional.empty();
        }

        static Optional<Amount> of(Money money) {
            return of(money.cents(), Optional.of(money.currency()));
        }
    }

    /** Less to pay until a day. */
    record DiscountAnswer(LocalDate until, Amount amount) {}

    static Optional<InvoiceAnswer> of(RegisterEntry entry) {
        return entry.format()
                .map(format -> new InvoiceAnswer(
                        format,
                        entry.seller(),
                        entry.number(),
                        entry.issueDate(),
                        entry.dueDate(),
                        Amount.of(entry.payableCents(), entry.currency()),
                        entry.discounts().stream()
                                .findFirst()
                                .flatMap(first -> Amount.of(OptionalLong.of(first.cents()), entry.currency())
                                        .map(amount -> new DiscountAnswer(first.until(), amount))),
                        entry.routingId()));
    }

    static InvoiceAnswer of(InvoiceHeader header) {
        return new InvoiceAnswer(
                header.format(),
                header.seller(),
                header.number(),
                header.issueDate(),
                header.dueDate(),
                header.payable().flatMap(Amount::of),
                header.discounts().stream()
                        .findFirst()
                        .flatMap(less ->
                                Amount.of(less.amount()).map(amount -> new DiscountAnswer(less.until(), amount))),
                header.routingId());
    }
}
