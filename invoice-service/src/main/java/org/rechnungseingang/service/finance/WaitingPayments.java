package org.rechnungseingang.service.finance;

import java.util.Set;
import java.util.stream.Collectors;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.work.DeadLetter;
import org.rechnungseingang.service.work.DeadLetters;
import org.rechnungseingang.service.work.Job;
import org.rechnungseingang.service.work.Jobs;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Queues what was ordered while the town had no finance system. */
@Component
class WaitingPayments {

    private final Payments payments;
    private final DeadLetters letters;
    private final Jobs jobs;
    private final CurrentTenant tenant;

    WaitingPayments(Payments payments, DeadLetters letters, Jobs jobs, CurrentTenant tenant) {
        this.payments = payments;
        this.letters = letters;
        this.jobs = jobs;
        this.tenant = tenant;
    }

    /** What is queued already stays as it is, and what has failed for good waits for the administrator. */
    @Transactional
    public void queue() {
        Set<Job> givenUp = letters.waiting().stream().map(DeadLetter::job).collect(Collectors.toSet());
        payments.unanswered().stream()
                .map(payment -> new Job(
                        HandOver.NAME, tenant.required(), payment.caseId(), payment.round(), payment.receiptNumber()))
                .filter(job -> !givenUp.contains(job))
                .forEach(jobs::queue);
    }
}
