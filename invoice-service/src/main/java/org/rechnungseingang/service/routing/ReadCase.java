package org.rechnungseingang.service.routing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rechnungseingang.service.archive.Originals;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.peppol.As4Messages;
import org.rechnungseingang.service.validation.CheckOutcome;
import org.rechnungseingang.service.validation.Verdicts;
import org.rechnungseingang.service.work.Job;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads in one short transaction what the stage has to know of a case, so that it holds no connection while it thinks. */
@Component
class ReadCase {

    /** The identifier scheme of routing ids among the participants of Peppol (Electronic Address Scheme 0204). */
    private static final String ROUTING_ID = "0204:";

    private final InvoiceCases cases;
    private final Verdicts verdicts;
    private final Originals originals;
    private final RoutingRules rules;
    private final TriageDesk desk;
    private final As4Messages messages;

    ReadCase(
            InvoiceCases cases,
            Verdicts verdicts,
            Originals originals,
            RoutingRules rules,
            TriageDesk desk,
            As4Messages messages) {
        this.cases = cases;
        this.verdicts = verdicts;
        this.originals = originals;
        this.rules = rules;
        this.desk = desk;
        this.messages = messages;
    }

    /**
     * A case that is to be assigned.
     *
     * @param invoiceCase the case
     * @param accepted its document, if the check has accepted it
     * @param addressed the routing ids that Peppol has delivered it to; mostly none or one
     * @param directory where invoices of this town belong
     */
    record Due(InvoiceCase invoiceCase, Optional<byte[]> accepted, List<String> addressed, Directory directory) {

        /** Keeps its own copy of the list. */
        Due {
            addressed = List.copyOf(addressed);
        }
    }

    /** The case of the job; empty if there is nothing to be done about it any more. */
    @Transactional(readOnly = true)
    public Optional<Due> of(Job job) {
        InvoiceCase checked = cases.get(job.caseId());
        return isDue(checked, job)
                ? Optional.of(new Due(checked, accepted(checked), addressed(checked), rules.directory()))
                : Optional.empty();
    }

    // A case at the desk waits for a person, whoever sends the job again.
    private boolean isDue(InvoiceCase checked, Job job) {
        return checked.station() == Station.CHECKED
                && checked.round() == job.round()
                && (checked.mark() == Mark.OPEN || checked.mark() == Mark.ON_HOLD)
                && desk.find(checked.id()).isEmpty();
    }

    private List<String> addressed(InvoiceCase checked) {
        return messages.of(checked.id()).stream()
                .map(As4Messages.Message::receiver)
                .filter(receiver -> receiver.startsWith(ROUTING_ID))
                .map(receiver -> receiver.substring(ROUTING_ID.length()).toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private Optional<byte[]> accepted(InvoiceCase checked) {
        boolean accepted = verdicts.latestOutcome(checked.id())
                .filter(outcome -> outcome == CheckOutcome.ACCEPT)
                .isPresent();
        return accepted ? checked.document().map(originals::read) : Optional.empty();
    }
}
