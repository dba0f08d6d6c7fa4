package org.rechnungseingang.service.peppol;

import java.util.Optional;
import org.rechnungseingang.service.archive.Originals;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.intake.Channel;
import org.rechnungseingang.service.intake.Envelope;
import org.rechnungseingang.service.intake.Receipt;
import org.rechnungseingang.service.intake.ReceiveInvoice;
import org.rechnungseingang.service.journal.Actor;
import org.springframework.context.ApplicationEventPublisher;
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

    TakeMessage(Originals originals, As4Messages messages, ReceiveInvoice intake, ApplicationEventPublisher events) {
        this.originals = originals;
        this.messages = messages;
        this.intake = intake;
        this.events = events;
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
        events.publishEvent(new MessageTaken(receipt));
        if (idReused) {
            events.publishEvent(new EnvelopeIdReused(
                    receipt.caseId(), sender, arrival.document().instanceId()));
        }
        return receipt;
    }
}
