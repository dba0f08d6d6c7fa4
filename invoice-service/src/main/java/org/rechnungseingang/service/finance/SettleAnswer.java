package org.rechnungseingang.service.finance;

import org.rechnungseingang.service.journal.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes the finance system's answer to an order, once, in one short transaction. */
@Component
class SettleAnswer {

    private static final Actor BY = Actor.service(HandOver.NAME);

    private final Payments payments;
    private final CaseMoves moves;
    private final ApplicationEventPublisher events;

    SettleAnswer(Payments payments, CaseMoves moves, ApplicationEventPublisher events) {
        this.payments = payments;
        this.moves = moves;
        this.events = events;
    }

    // Another run, or the feedback, may have been quicker.
    @Transactional
    public void settle(String key, Answer answer) {
        payments.take(key)
                .filter(payment -> payment.state() == PaymentState.ORDERED)
                .ifPresent(payment -> note(payment, answer));
    }

    private void note(Payment payment, Answer answer) {
        if (answer instanceof Answer.Accepted accepted) {
            payments.accept(payment, accepted.orderId());
            events.publishEvent(new PaymentOrderAccepted(payment.caseId(), BY, payment.round(), accepted.orderId()));
        }
        if (answer instanceof Answer.Refused refused) {
            payments.become(payment, PaymentState.REFUSED, "");
            moves.hold(payment);
            events.publishEvent(new PaymentOrderRefused(payment.caseId(), BY, payment.round(), refused.words()));
        }
    }
}
