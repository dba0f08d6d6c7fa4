package org.rechnungseingang.service.finance;

import org.rechnungseingang.service.finance.Feedback.Told;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.Recorded;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes true what the finance system tells: the payment's state, the case's station and mark, and all who listen. */
@Component
class FollowPayment {

    static final Actor BY = Actor.program("Finanzverfahren");

    private final Payments payments;
    private final CaseMoves moves;
    private final ApplicationEventPublisher events;

    FollowPayment(Payments payments, CaseMoves moves, ApplicationEventPublisher events) {
        this.payments = payments;
        this.moves = moves;
        this.events = events;
    }

    FeedbackOutcome follow(Payment payment, Told told) {
        boolean unanswered = payment.state() == PaymentState.ORDERED;
        if (unanswered && told.state() != PaymentState.REFUSED) {
            accept(payment, told);
        }
        switch (told.state()) {
            case POSTED -> post(payment, told);
            case PAID -> {
                if (payment.state() != PaymentState.POSTED) {
                    post(payment, told);
                }
                pay(payment, told);
            }
            case REFUSED ->
                end(payment, told, new PaymentOrderRefused(payment.caseId(), BY, payment.round(), told.reason()));
            case RETURNED ->
                end(
                        payment,
                        told,
                        new PaymentReturned(payment.caseId(), BY, payment.round(), told.at(), told.reference()));
            case ORDERED, ACCEPTED -> {}
        }
        return FeedbackOutcome.APPLIED;
    }

    // The finance system has the order, and we never heard its answer.
    private void accept(Payment payment, Told told) {
        payments.accept(payment, told.orderId());
        moves.release(payment);
        events.publishEvent(new PaymentOrderAccepted(payment.caseId(), BY, payment.round(), told.orderId()));
    }

    private void post(Payment payment, Told told) {
        payments.become(payment, PaymentState.POSTED, told.reference());
        moves.onward(payment, Station.POSTED);
        events.publishEvent(new InvoicePosted(payment.caseId(), BY, payment.round(), told.at(), told.reference()));
    }

    private void pay(Payment payment, Told told) {
        payments.become(payment, PaymentState.PAID, told.reference());
        moves.onward(payment, Station.PAID);
        events.publishEvent(new InvoicePaid(payment.caseId(), BY, payment.round(), told.at(), told.reference()));
    }

    private void end(Payment payment, Told told, Recorded event) {
        payments.become(payment, told.state(), told.reference());
        moves.hold(payment);
        events.publishEvent(event);
    }
}
