package org.rechnungseingang.service.routing;

import java.util.Optional;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.validation.CheckOutcome;
import org.rechnungseingang.service.validation.InvoiceChecked;
import org.rechnungseingang.service.validation.StoredVerdict;
import org.rechnungseingang.service.validation.Verdicts;
import org.rechnungseingang.service.work.Job;
import org.rechnungseingang.service.work.Jobs;
import org.rechnungseingang.service.work.Stage;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The stage from "checked" to "assigned": reads the invoice without a connection, finds its office, then settles that. */
@Component
class AssignInvoice implements Stage {

    static final String NAME = "assign";

    private static final Actor BY = Actor.service(NAME);

    private final InvoiceCases cases;
    private final Verdicts verdicts;
    private final ReadInvoice read;
    private final RoutingRules rules;
    private final TriageDesk desk;
    private final SettleAssignment settle;
    private final Jobs jobs;
    private final CurrentTenant tenant;

    AssignInvoice(
            InvoiceCases cases,
            Verdicts verdicts,
            ReadInvoice read,
            RoutingRules rules,
            TriageDesk desk,
            SettleAssignment settle,
            Jobs jobs,
            CurrentTenant tenant) {
        this.cases = cases;
        this.verdicts = verdicts;
        this.read = read;
        this.rules = rules;
        this.desk = desk;
        this.settle = settle;
        this.jobs = jobs;
        this.tenant = tenant;
    }

    @EventListener
    void queue(InvoiceChecked checked) {
        String number = cases.get(checked.caseId()).receiptNumber().text();
        jobs.queue(new Job(NAME, tenant.required(), checked.caseId(), checked.round(), number));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(Job job) {
        InvoiceCase checked = cases.get(job.caseId());
        if (isDue(checked, job)) {
            accepted(checked)
                    .ifPresentOrElse(
                            invoice -> settle.settle(
                                    checked, invoice, rules.directory().of(invoice), BY),
                            () -> settle.notAccepted(checked, BY));
        }
    }

    // A case at the desk waits for a person, whoever sends the job again.
    private boolean isDue(InvoiceCase checked, Job job) {
        return checked.station() == Station.CHECKED
                && checked.round() == job.round()
                && (checked.mark() == Mark.OPEN || checked.mark() == Mark.ON_HOLD)
                && desk.find(checked.id()).isEmpty();
    }

    private Optional<Invoice> accepted(InvoiceCase checked) {
        boolean accepted = verdicts.latest(checked.id())
                .map(StoredVerdict::outcome)
                .filter(outcome -> outcome == CheckOutcome.ACCEPT)
                .isPresent();
        return accepted ? read.of(checked) : Optional.empty();
    }
}
