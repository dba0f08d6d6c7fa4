package org.rechnungseingang.service.finance;

import java.util.Optional;
import org.rechnungseingang.service.finance.Feedback.Told;
import org.rechnungseingang.service.finance.Feedback.Unreadable;
import org.rechnungseingang.service.finance.FeedbackContradicts.Contradiction;
import org.rechnungseingang.service.finance.SetAsideFeedback.Cause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Applies one feedback of the finance system, together with the cursor, in one short transaction. */
@Component
class ApplyFeedback {

    private static final Logger log = LoggerFactory.getLogger(ApplyFeedback.class);

    private final FeedbackCursor cursor;
    private final Payments payments;
    private final CaseMoves moves;
    private final FollowPayment follow;
    private final SetAsideFeedback setAside;
    private final ApplicationEventPublisher events;

    ApplyFeedback(
            FeedbackCursor cursor,
            Payments payments,
            CaseMoves moves,
            FollowPayment follow,
            SetAsideFeedback setAside,
            ApplicationEventPublisher events) {
        this.cursor = cursor;
        this.payments = payments;
        this.moves = moves;
        this.follow = follow;
        this.setAside = setAside;
        this.events = events;
    }

    /** @param after the cursor that this feedback follows; where the town is elsewhere, another node is at it */
    @Transactional
    public FeedbackOutcome apply(String after, Feedback feedback) {
        if (!cursor.advance(after, feedback.cursor())) {
            return FeedbackOutcome.TAKEN;
        }
        return feedback instanceof Told told
                ? told(told)
                : aside(feedback, Cause.NOT_UNDERSTOOD, ((Unreadable) feedback).why());
    }

    /** As {@link #apply}, for what has failed again and again: it must not stop what comes after it. */
    @Transactional
    public FeedbackOutcome giveUp(String after, Feedback feedback, Exception cause) {
        return cursor.advance(after, feedback.cursor())
                ? aside(feedback, Cause.FAILED, cause.toString())
                : FeedbackOutcome.TAKEN;
    }

    private FeedbackOutcome told(Told told) {
        Optional<Payment> known = payments.take(told.key());
        if (known.isEmpty()) {
            log.warn("Feedback {} for the unknown order {} ({})", told.state(), told.key(), told.orderId());
            return FeedbackOutcome.UNKNOWN;
        }
        Payment payment = known.get();
        if (payment.state().isPast(told.state())) {
            return FeedbackOutcome.KNOWN;
        }
        if (!payment.state().mayBecome(told.state())) {
            return aside(
                    told,
                    Cause.CANNOT_HAPPEN,
                    "The payment is " + payment.state() + ": it cannot become " + told.state());
        }
        if (!moves.concern(payment)) {
            return aside(told, Cause.OTHER_ROUND, "The case goes no longer by this order");
        }
        return contradiction(payment, told)
                .map(contradiction -> contradict(payment, told, contradiction))
                .orElseGet(() -> follow.follow(payment, told));
    }

    private static Optional<Contradiction> contradiction(Payment payment, Told told) {
        if (!payment.isAbout(told.cents())) {
            return Optional.of(Contradiction.OTHER_AMOUNT);
        }
        return told.state() == PaymentState.PAID && !payment.canBePaid()
                ? Optional.of(Contradiction.PAID_WITHOUT_TRANSFER)
                : Optional.empty();
    }

    private FeedbackOutcome contradict(Payment payment, Told told, Contradiction contradiction) {
        moves.hold(payment);
        events.publishEvent(new FeedbackContradicts(
                payment.caseId(),
                FollowPayment.BY,
                payment.round(),
                contradiction,
                told.state().name(),
                payment.cents(),
                told.cents(),
                payment.currency(),
                told.reference()));
        return FeedbackOutcome.CONTRADICTED;
    }

    private FeedbackOutcome aside(Feedback feedback, Cause cause, String reason) {
        log.error("Feedback {} is set aside: {}", feedback.cursor(), reason);
        setAside.add(feedback, cause, reason);
        return FeedbackOutcome.SET_ASIDE;
    }
}
