package org.rechnungseingang.service.routing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Optional;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.Invoices;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.routing.ReadCase.Due;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.validation.InvoiceChecked;
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
    private final ReadCase read;
    private final SettleAssignment settle;
    private final Jobs jobs;
    private final CurrentTenant tenant;
    private final MeterRegistry meters;

    AssignInvoice(
            InvoiceCases cases,
            ReadCase read,
            SettleAssignment settle,
            Jobs jobs,
            CurrentTenant tenant,
            MeterRegistry meters) {
        this.cases = cases;
        this.read = read;
        this.settle = settle;
        this.jobs = jobs;
        this.tenant = tenant;
        this.meters = meters;
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
        step("read").record(() -> read.of(job)).ifPresent(due -> {
            Optional<Invoice> invoice = step("find").record(() -> invoice(due));
            step("settle").record(() -> settle(due, invoice));
        });
    }

    private static Optional<Invoice> invoice(Due due) {
        return due.accepted().flatMap(bytes -> Invoices.read(Document.of(bytes)).invoice());
    }

    private void settle(Due due, Optional<Invoice> invoice) {
        invoice.ifPresentOrElse(
                read -> settle.settle(due.invoiceCase(), read, due.directory().of(read, due.addressed()), BY),
                () -> settle.notAccepted(due.invoiceCase(), BY));
    }

    private Timer step(String name) {
        return meters.timer("rechnungseingang.assign", "step", name);
    }
}
