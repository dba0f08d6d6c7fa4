package org.rechnungseingang.service.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is looked for; all that is given must hold.
 *
 * @param view which part of the inbox
 * @param text words of seller, invoice number, receipt number or file name; each of the first eight of two letters or
 *     more may be the beginning of one
 * @param centsFrom lowest payable amount (BT-115), in hundredths
 * @param centsTo highest payable amount, in hundredths
 * @param issuedFrom first issue date (BT-2)
 * @param issuedTo last issue date
 * @param after where the previous page ended; empty for the first page
 */
public record Query(
        View view,
        Optional<String> text,
        OptionalLong centsFrom,
        OptionalLong centsTo,
        Optional<LocalDate> issuedFrom,
        Optional<LocalDate> issuedTo,
        Optional<Position> after) {

    /** The parts of the inbox. */
    public enum View {
        /** Not yet paid, refused or merged. */
        OPEN(Order.BY_STAKE),
        /** Checked, with errors or notes. */
        WITH_FINDINGS(Order.NEWEST),
        /** On hold until a person decides, or with its office to be certified and ordered. */
        TO_DECIDE(Order.BY_STAKE),
        ALL(Order.NEWEST);

        private final Order order;

        View(Order order) {
            this.order = order;
        }

        /** In which order its cases come. */
        public Order order() {
            return order;
        }
    }

    /** A place in a list: the last entry of a page. */
    public sealed interface Position {}

    /** A place in a list with the newest first. */
    public record ByArrival(Instant receivedAt, String receiptNumber) implements Position {}

    /** A place in a list by what is at stake. */
    public record ByStake(long cents, LocalDate actBy, String receiptNumber) implements Position {}

    /** Whether a text was given without a word that can be looked for; it can still be the whole number of an invoice. */
    public boolean hasNoWord() {
        return text.filter(typed -> SearchText.of(typed).words().isEmpty()).isPresent();
    }

    /** Everything in one part of the inbox. */
    public static Query of(View view) {
        return new Query(
                view,
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
