package org.rechnungseingang.service.validation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Optional;
import org.rechnungseingang.service.archive.Originals;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.InvoiceReceived;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.work.Job;
import org.rechnungseingang.service.work.Jobs;
import org.rechnungseingang.service.work.Stage;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The stage from "received" to "checked": reads the original, checks it without a connection, then settles the verdict. */
@Component
class CheckInvoice implements Stage {

    static final String NAME = "check";

    private final InvoiceCases cases;
    private final Originals originals;
    private final ExamineDocument examine;
    private final SettleVerdict settle;
    private final Jobs jobs;
    private final CurrentTenant tenant;
    private final MeterRegistry meters;
    private final TransactionOperations reading;

    CheckInvoice(
            InvoiceCases cases,
            Originals originals,
            ExamineDocument examine,
            SettleVerdict settle,
            Jobs jobs,
            CurrentTenant tenant,
            MeterRegistry meters,
            TransactionOperations reading) {
        this.cases = cases;
        this.originals = originals;
        this.examine = examine;
        this.settle = settle;
        this.jobs = jobs;
        this.tenant = tenant;
        this.meters = meters;
        this.reading = reading;
    }

    @EventListener
    void queue(InvoiceReceived received) {
        jobs.queue(new Job(
                NAME,
                tenant.required(),
                received.caseId(),
                received.round(),
                received.receiptNumber().text()));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(Job job) {
        step("read").record(() -> read(job)).ifPresent(received -> {
            Examined examined = step("examine").record(() -> examine.examine(received.bytes()));
            step("settle").record(() -> settle.settle(received.invoiceCase(), examined));
        });
    }

    // In one transaction, not because it would have to be, but since each costs as much as what is read in it.
    private Optional<Received> read(Job job) {
        return reading.execute(transaction -> Optional.of(cases.get(job.caseId()))
                .filter(found -> found.station() == Station.RECEIVED && found.round() == job.round())
                .map(found -> new Received(found, originals.read(found.original()))));
    }

    private Timer step(String name) {
        return meters.timer("rechnungseingang.check", "step", name);
    }

    private record Received(InvoiceCase invoiceCase, byte[] bytes) {}
}
