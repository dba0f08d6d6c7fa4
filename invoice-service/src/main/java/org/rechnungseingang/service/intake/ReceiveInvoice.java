package org.rechnungseingang.service.intake;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.rechnungseingang.service.archive.Originals;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.tenant.Tenant;
import org.rechnungseingang.service.tenant.Tenants;
import org.rechnungseingang.service.tenant.TownTime;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way in, for all channels. Bytes, hash, delivery and case are in one commit; when this returns, the document can
 * no longer be lost and the sender may be told so. The same bytes again lead to the same receipt number.
 */
@Component
public class ReceiveInvoice {

    private final Originals originals;
    private final InvoiceCases cases;
    private final Tenants tenants;
    private final CurrentTenant tenant;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReceiveInvoice(
            Originals originals,
            InvoiceCases cases,
            Tenants tenants,
            CurrentTenant tenant,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.originals = originals;
        this.cases = cases;
        this.tenants = tenants;
        this.tenant = tenant;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Keeps the envelope's file and opens a case for it, or finds the case that the same bytes have already. */
    @Transactional
    public Receipt receive(Envelope envelope) {
        Sha256 original = originals.keep(envelope.bytes());
        // Never check-then-act: of two deliveries at once the database lets one open the case, the other waits and
        // finds it.
        return cases.open(opened(envelope, original))
                .map(opened -> first(opened, envelope))
                .orElseGet(() -> again(cases.ofOriginal(original), envelope));
    }

    private InvoiceCase opened(Envelope envelope, Sha256 original) {
        return new InvoiceCase(
                new CaseId(UUID.randomUUID()),
                nextNumber(envelope),
                original,
                Optional.empty(),
                Station.RECEIVED,
                Mark.OPEN,
                1,
                envelope.receivedAt());
    }

    private Receipt first(InvoiceCase opened, Envelope envelope) {
        deliver(opened.id(), envelope);
        events.publishEvent(new InvoiceReceived(
                opened.id(),
                envelope.sender(),
                opened.receiptNumber(),
                envelope.channel(),
                envelope.receivedAt(),
                envelope.fileName(),
                opened.original(),
                opened.round()));
        return new Receipt(opened.id(), opened.receiptNumber(), false);
    }

    private Receipt again(InvoiceCase known, Envelope envelope) {
        deliver(known.id(), envelope);
        events.publishEvent(new InvoiceReceivedAgain(
                known.id(),
                envelope.sender(),
                known.receiptNumber(),
                envelope.channel(),
                envelope.receivedAt(),
                envelope.fileName()));
        return new Receipt(known.id(), known.receiptNumber(), true);
    }

    private void deliver(CaseId caseId, Envelope envelope) {
        jdbc.sql("""
                        insert into delivery (tenant, id, case_id, channel, received_at, stored_at, sender, account, file_name)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(tenant.required().value(), UUID.randomUUID(), caseId.value())
                .params(envelope.channel().name(), Timestamp.from(envelope.receivedAt()))
                .params(Timestamp.from(clock.instant()), envelope.sender().name())
                .param(envelope.sender().account().orElse(null))
                .param(envelope.fileName().orElse(null))
                .update();
    }

    // Gaps are harmless and one sequence for all towns takes no lock: intake stays parallel.
    private ReceiptNumber nextNumber(Envelope envelope) {
        Tenant town = tenants.find(tenant.required()).orElseThrow();
        long running =
                jdbc.sql("select nextval('receipt_number')").query(Long.class).single();
        return ReceiptNumber.next(
                town.receiptPrefix(), TownTime.of(envelope.receivedAt()).getYear(), running);
    }
}
