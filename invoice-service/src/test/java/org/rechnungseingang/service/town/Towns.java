package org.rechnungseingang.service.town;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.rechnungseingang.service.intake.Channel;
import org.rechnungseingang.service.intake.Envelope;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.Receipt;
import org.rechnungseingang.service.intake.ReceiveInvoice;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.tenant.TenantId;
import org.rechnungseingang.service.tenant.Tenants;
import org.rechnungseingang.service.work.Job;
import org.rechnungseingang.service.work.Jobs;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a test does in a town, past the network. */
public class Towns {

    private static final Actor SENDER = Actor.program("REST");

    private final Tenants tenants;
    private final CurrentTenant current;
    private final ReceiveInvoice intake;
    private final InvoiceCases cases;
    private final Jobs jobs;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Clock clock;

    Towns(
            Tenants tenants,
            CurrentTenant current,
            ReceiveInvoice intake,
            InvoiceCases cases,
            Jobs jobs,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            Clock clock) {
        this.tenants = tenants;
        this.current = current;
        this.intake = intake;
        this.cases = cases;
        this.jobs = jobs;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public TenantId town(String key) {
        return tenants.ofKey(key).orElseThrow().id();
    }

    public <T> T in(String key, Supplier<T> work) {
        return current.within(town(key), work);
    }

    /** Hands a file in; it is no invoice, and its check therefore quick. */
    public Receipt receive(String town) {
        return receive(town, ("Kein Rechnungstext " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
    }

    public Receipt receive(String town, byte[] bytes) {
        return receive(town, SENDER, bytes);
    }

    public Receipt receive(String town, Actor sender, byte[] bytes) {
        return in(
                town,
                () -> intake.receive(
                        new Envelope(Channel.REST, clock.instant(), sender, Optional.of("datei.txt"), bytes)));
    }

    /** Queues a stage for the case. */
    public void queue(String town, String stage, Receipt receipt) {
        Job job = new Job(
                stage, town(town), receipt.caseId(), 1, receipt.receiptNumber().text());
        current.runWithin(town(town), () -> transaction.executeWithoutResult(status -> jobs.queue(job)));
    }

    /** Waits until nothing is left for the service to do with the case: it is assigned, or a person must decide. */
    public void awaitChecked(String town, CaseId caseId) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> in(town, () -> cases.get(caseId)).station() != Station.RECEIVED && !hasJobs(caseId));
    }

    private boolean hasJobs(CaseId caseId) {
        return jdbc.sql("select exists (select from scheduled_tasks where task_instance like ?)")
                .param("%/" + caseId + "/%")
                .query(Boolean.class)
                .single();
    }
}
