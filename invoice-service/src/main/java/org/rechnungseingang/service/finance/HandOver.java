package org.rechnungseingang.service.finance;

import org.rechnungseingang.service.approval.InvoiceOrdered;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.work.Job;
import org.rechnungseingang.service.work.Jobs;
import org.rechnungseingang.service.work.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The stage that hands an order to the finance system. The payment is written with the order, and the call comes later
 * with its key; whatever happens between the finance system's yes and our note of it, the next call has the same key.
 */
@Component
class HandOver implements Stage {

    static final String NAME = "hand-over";

    private static final Logger log = LoggerFactory.getLogger(HandOver.class);

    private final Payments payments;
    private final PaymentOrders orders;
    private final FinanceSystems systems;
    private final SettleAnswer settle;
    private final InvoiceCases cases;
    private final Jobs jobs;
    private final CurrentTenant tenant;

    HandOver(
            Payments payments,
            PaymentOrders orders,
            FinanceSystems systems,
            SettleAnswer settle,
            InvoiceCases cases,
            Jobs jobs,
            CurrentTenant tenant) {
        this.payments = payments;
        this.orders = orders;
        this.systems = systems;
        this.settle = settle;
        this.cases = cases;
        this.jobs = jobs;
        this.tenant = tenant;
    }

    /** Without a finance system nothing could succeed: the payment waits, and is queued when there is one. */
    @EventListener
    void queue(InvoiceOrdered ordered) {
        payments.add(ordered);
        if (systems.of(tenant.required()).isPresent()) {
            jobs.queue(job(ordered));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(Job job) {
        payments.find(job.caseId(), job.round())
                .filter(payment -> payment.state() == PaymentState.ORDERED)
                .filter(payment -> stands(cases.get(job.caseId()), job))
                .ifPresent(this::handOver);
    }

    private void handOver(Payment payment) {
        FinanceSystem system = systems.of(tenant.required())
                .orElseThrow(() -> new FinanceUnavailable("No finance system is configured for this town"));
        PaymentOrder order = orders.write(payment);
        settle.settle(payment.key(), system.handOver(order));
    }

    private static boolean stands(InvoiceCase ordered, Job job) {
        boolean stands = ordered.station() == Station.ORDERED
                && ordered.round() == job.round()
                && ordered.mark() != Mark.REFUSED
                && ordered.mark() != Mark.MERGED;
        if (!stands) {
            log.warn(
                    "The order of round {} is not handed over: the case is at {} {}, round {}",
                    job.round(),
                    ordered.station(),
                    ordered.mark(),
                    ordered.round());
        }
        return stands;
    }

    private Job job(InvoiceOrdered ordered) {
        return new Job(NAME, tenant.required(), ordered.caseId(), ordered.round(), ordered.receiptNumber());
    }
}
