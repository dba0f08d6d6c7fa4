package org.rechnungseingang.service.finance;

import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Station;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Moves a payment's case. Whoever comes between makes the caller try again. */
@Component
class CaseMoves {

    private final InvoiceCases cases;

    CaseMoves(InvoiceCases cases) {
        this.cases = cases;
    }

    /** Whether the case still is in the round of this payment and goes its way. */
    boolean concern(Payment payment) {
        InvoiceCase now = cases.get(payment.caseId());
        return now.round() == payment.round() && now.mark() != Mark.REFUSED && now.mark() != Mark.MERGED;
    }

    /** The case waits for a person, where it stands. */
    void hold(Payment payment) {
        InvoiceCase now = cases.get(payment.caseId());
        move(now, now.station(), Mark.ON_HOLD);
    }

    /** What held the case is settled: the answer that was missing has come. */
    void release(Payment payment) {
        InvoiceCase now = cases.get(payment.caseId());
        if (now.mark() == Mark.ON_HOLD) {
            move(now, now.station(), Mark.OPEN);
        }
    }

    /** The case goes forward, never back; its mark stays. */
    void onward(Payment payment, Station station) {
        InvoiceCase now = cases.get(payment.caseId());
        if (now.station().compareTo(station) < 0) {
            move(now, station, now.mark());
        }
    }

    private void move(InvoiceCase from, Station station, Mark mark) {
        if (!cases.move(from, station, mark)) {
            throw new PessimisticLockingFailureException("The case " + from.receiptNumber() + " was moved meanwhile");
        }
    }
}
