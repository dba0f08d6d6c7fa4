package org.rechnungseingang.service.portal.office;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rechnungseingang.service.approval.AskSupplier;
import org.rechnungseingang.service.approval.CertifyInvoice;
import org.rechnungseingang.service.approval.Decision;
import org.rechnungseingang.service.approval.LiftHold;
import org.rechnungseingang.service.approval.OrderPayment;
import org.rechnungseingang.service.approval.Refusal;
import org.rechnungseingang.service.approval.RefuseInvoice;
import org.rechnungseingang.service.approval.Seen;
import org.rechnungseingang.service.approval.SendBack;
import org.rechnungseingang.service.approval.SettleQuery;
import org.rechnungseingang.service.finance.ReopenPayment;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.portal.FieldErrors;
import org.rechnungseingang.service.routing.AssignCase;
import org.rechnungseingang.service.routing.AssignOutcome;
import org.rechnungseingang.service.routing.AssignRefusal;
import org.springframework.stereotype.Component;

/** Does what a person has decided on a page, and words what stood against it. */
@Component
class Deeds {

    /** The page as a whole, where no input is to blame. */
    static final String WHOLE = "decide";

    private final CertifyInvoice certify;
    private final OrderPayment order;
    private final RefuseInvoice refuse;
    private final AskSupplier ask;
    private final SettleQuery settle;
    private final SendBack sendBack;
    private final ReopenPayment reopen;
    private final LiftHold lift;
    private final AssignCase assign;

    Deeds(
            CertifyInvoice certify,
            OrderPayment order,
            RefuseInvoice refuse,
            AskSupplier ask,
            SettleQuery settle,
            SendBack sendBack,
            ReopenPayment reopen,
            LiftHold lift,
            AssignCase assign) {
        this.certify = certify;
        this.order = order;
        this.refuse = refuse;
        this.ask = ask;
        this.settle = settle;
        this.sendBack = sendBack;
        this.reopen = reopen;
        this.lift = lift;
        this.assign = assign;
    }

    /** What came of it. */
    sealed interface Answer {

        /** It counts; the key of what to tell the person. */
        record Done(String key) implements Answer {}

        /** It does not, for this reason. */
        record Refused(FieldErrors errors) implements Answer {}
    }

    Answer decide(Person person, ReceiptNumber number, DecisionAct act, DecisionForm form) {
        if (act == DecisionAct.ASSIGN) {
            return assign(person, number, form);
        }
        if (act == DecisionAct.CERTIFY && form.subjects().isEmpty()) {
            return refused("grounds", "decide.nothing");
        }
        return form.seen()
                .map(seen -> decide(person, number, act, form, seen))
                .map(decision -> answer(decision, act))
                .orElseGet(() -> refused(Refusal.STALE));
    }

    private Decision decide(Person person, ReceiptNumber number, DecisionAct act, DecisionForm form, Seen seen) {
        return switch (act) {
            case CERTIFY -> certify.certify(person, number, seen, Set.copyOf(form.subjects()));
            case ORDER ->
                order.order(person, number, seen, Optional.of(form.account()).filter(chosen -> !chosen.isBlank()));
            case REFUSE -> refuse.refuse(person, number, seen, form.text());
            case ASK -> ask.ask(person, number, seen, form.text());
            case SETTLE -> settle.settle(person, number, seen, form.text());
            case SEND_BACK -> sendBack.sendBack(person, number, seen, form.text());
            case REOPEN -> reopen.reopen(person, number, seen, form.text());
            case LIFT_HOLD -> lift.lift(person, number, seen, form.text());
            case ASSIGN -> throw new IllegalArgumentException("Assigned elsewhere");
        };
    }

    private static Answer answer(Decision decision, DecisionAct act) {
        return decision instanceof Decision.Refused refused
                ? refused(refused.reason())
                : new Answer.Done("decide.done." + act.id());
    }

    // The case may have been handed over by somebody else since the person looked at it.
    private Answer assign(Person person, ReceiptNumber number, DecisionForm form) {
        Optional<UUID> office = id(form.office());
        if (office.isEmpty()) {
            return refused("office", "assign.refusal." + AssignRefusal.NO_SUCH_OFFICE);
        }
        AssignOutcome outcome = assign.assign(person, number, office.get());
        if (outcome instanceof AssignOutcome.Refused refused) {
            boolean other =
                    refused.reason() == AssignRefusal.SAME_OFFICE || refused.reason() == AssignRefusal.NO_SUCH_OFFICE;
            return refused(other ? "office" : WHOLE, "assign.refusal." + refused.reason());
        }
        return new Answer.Done(outcome instanceof AssignOutcome.Merged ? "decide.done.merged" : "decide.done.assign");
    }

    private static Answer refused(Refusal reason) {
        String field = switch (reason) {
            case NO_TEXT, TEXT_TOO_LONG -> "text";
            case AMBIGUOUS_ACCOUNT, UNKNOWN_ACCOUNT -> "account";
            default -> WHOLE;
        };
        return refused(field, "refusal." + reason);
    }

    private static Answer refused(String field, String key) {
        return new Answer.Refused(FieldErrors.NONE.and(field, key));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
