package org.rechnungseingang.service.peppol;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.rechnungseingang.service.archive.Originals;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.intake.Channel;
import org.rechnungseingang.service.intake.Envelope;
import org.rechnungseingang.service.intake.Receipt;
import org.rechnungseingang.service.intake.ReceiveInvoice;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.peppol.as4.MessageRefused;
import org.rechnungseingang.service.peppol.as4.OpenedMessage;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a message in one transaction: what was signed, the case of its invoice, its marks as a duplicate and the AS4
 * receipt. Only afterwards may the sender be answered; until then nobody knows its id, so that he may send it again.
 */
@Component
class TakeMessage {

    private final Originals originals;
    private final As4Messages messages;
    private final ReceiveInvoice intake;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final CurrentTenant tenant;

    TakeMessage(
            Originals originals,
            As4Messages messages,
            ReceiveInvoice intake,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            CurrentTenant tenant) {
        this.originals = originals;
        this.messages = messages;
        this.intake = intake;
        this.events = events;
        this.jdbc = jdbc;
        this.tenant = tenant;
    }

    /**
     * Takes it.
     *
     * @throws org.springframework.dao.DuplicateKeyException if the same message was taken at the same time
     */
    @Transactional
    public Receipt take(Arrival arrival) {
        Actor sender = Actor.program(arrival.document().sender().value());
        boolean idReused = !messages.isOwnName(arrival);
        Sha256 envelope = originals.keep(arrival.message().envelope().bytes());
        Sha256 payload = originals.keep(arrival.message().payload().bytes().toBytes());
        Receipt receipt = intake.receive(new Envelope(
                Channel.PEPPOL,
                arrival.receivedAt(),
                sender,
                Optional.empty(),
                arrival.document().document()));
        messages.add(arrival, idReused, envelope, payload, receipt.caseId());
        if (idReused) {
            events.publishEvent(new EnvelopeIdReused(
                    receipt.caseId(), sender, arrival.document().instanceId()));
        }
        return receipt;
    }

    /** Keeps a message that was refused although its sender is believed and it was meant for this town. */
    @Transactional
    public void keepRefused(OpenedMessage message, MessageRefused refusal, Instant receivedAt) {
        jdbc.sql("""
                        insert into as4_refusal
                          (tenant, id, message_id, access_point, error, reason, envelope, payload, received_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        tenant.required().value(),
                        UUID.randomUUID(),
                        message.header().messageId())
                .params(message.signerName(), refusal.error().code(), refusal.reason())
                .params(originals.keep(message.envelope().bytes()).hex())
                .params(originals.keep(message.payload().bytes().toBytes()).hex())
                .params(Timestamp.from(receivedAt))
                .update();
    }
}
