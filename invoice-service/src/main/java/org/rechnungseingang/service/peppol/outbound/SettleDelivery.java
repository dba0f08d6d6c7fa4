package org.rechnungseingang.service.peppol.outbound;

import java.time.Clock;
import org.rechnungseingang.service.archive.Originals;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.peppol.as4.Reply;
import org.rechnungseingang.service.peppol.as4.SealedMessage;
import org.rechnungseingang.service.peppol.outbound.OutboundMessage.Delivery;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the proof of what became of a message of ours, in one short transaction. */
@Component
class SettleDelivery {

    private static final Actor BY = Actor.service(DeliverMessage.NAME);

    private final OutboundMessages messages;
    private final Originals originals;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SettleDelivery(OutboundMessages messages, Originals originals, ApplicationEventPublisher events, Clock clock) {
        this.messages = messages;
        this.originals = originals;
        this.events = events;
        this.clock = clock;
    }

    /** It was refused; what was refused before is of no interest any more. */
    @Transactional
    public void refused(OutboundMessage message, Reply.Refused refused) {
        messages.refuse(message, refused.error());
    }

    /** It has arrived. Another run may have been quicker. */
    @Transactional
    public void settle(OutboundMessage message, SealedMessage sent, Reply.Received received) {
        Delivery delivery = new Delivery(
                sent.messageId(),
                sent.receiver(),
                originals.keep(sent.envelope()),
                originals.keep(sent.payload()),
                received.receipt(),
                clock.instant());
        if (messages.deliver(message, delivery)) {
            events.publishEvent(new StatusDelivered(
                    message.caseId(), BY, message.code(), message.answers(), message.receiver(), sent.receiver()));
        }
    }
}
