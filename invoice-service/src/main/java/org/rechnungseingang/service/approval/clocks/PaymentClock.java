package org.rechnungseingang.service.approval.clocks;

import java.time.LocalDate;
import org.rechnungseingang.service.tenant.BankDays;
import org.rechnungseingang.service.tenant.WorkingDays;

/**
 * A day by which money has to have arrived.
 *
 * @param kind why
 * @param day as the invoice or the law has it
 * @param end when that really ends: a deadline on a Saturday, a Sunday or a holiday ends on the next working day (§ 193 BGB)
 * @param sendBy the last day on which a bank can be told, so that the money is there at the end
 * @param cents what the discount is worth; nothing for the others
 */
public record PaymentClock(Kind kind, LocalDate day, LocalDate end, LocalDate sendBy, long cents) {

    /** Why a day counts. */
    public enum Kind {
        /** A cash discount ends. */
        DISCOUNT,
        /** The supplier wants his money (BT-9). */
        DUE,
        /** Default begins without a reminder: 30 days after due date and receipt (§ 286(3) BGB). */
        DEFAULT
    }

    static PaymentClock of(Kind kind, LocalDate day, long cents) {
        LocalDate end = WorkingDays.onOrAfter(day);
        return new PaymentClock(kind, day, end, BankDays.sendBy(end), cents);
    }
}
