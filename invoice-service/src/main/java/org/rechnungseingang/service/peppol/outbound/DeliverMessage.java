package org.rechnungseingang.service.peppol.outbound;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.rechnungseingang.service.archive.Originals;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.peppol.as4.BusinessDocument.Identifier;
import org.rechnungseingang.service.peppol.as4.EbmsError;
import org.rechnungseingang.service.peppol.as4.MessageRefused;
import org.rechnungseingang.service.peppol.as4.Names;
import org.rechnungseingang.service.peppol.as4.OpenReply;
import org.rechnungseingang.service.peppol.as4.OutgoingMessage;
import org.rechnungseingang.service.peppol.as4.Reply;
import org.rechnungseingang.service.peppol.as4.SealMessage;
import org.rechnungseingang.service.peppol.as4.SealedMessage;
import org.rechnungseingang.service.peppol.outbound.NotDelivered.NotBelieved;
import org.rechnungseingang.service.peppol.outbound.NotDelivered.PutOff;
import org.rechnungseingang.service.peppol.outbound.NotDelivered.Refused;
import org.rechnungseingang.service.peppol.outbound.NotDelivered.Unanswered;
import org.rechnungseingang.service.peppol.smp.Endpoint;
import org.rechnungseingang.service.peppol.smp.Lookup;
import org.rechnungseingang.service.peppol.smp.LookupFailed;
import org.rechnungseingang.service.work.Job;
import org.rechnungseingang.service.work.Stage;

/**
 * The stage that delivers what this access point has to say. The job's round is the message's number in its case. Each
 * attempt is an AS4 message of its own, since some access points answer a known name by an error; the envelope inside and
 * its name stay the same, so that its receiver can tell a repetition.
 */
class DeliverMessage implements Stage {

    static final String NAME = "peppol-delivery";

    private static final int AT_ONCE = 2;

    private final OutboundMessages messages;
    private final Originals originals;
    private final Lookup lookup;
    private final Breakers breakers;
    private final SealMessage seal;
    private final Wire wire;
    private final OpenReply open;
    private final SettleDelivery settle;
    private final Identifier self;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Semaphore lines = new Semaphore(AT_ONCE);

    DeliverMessage(
            OutboundMessages messages,
            Originals originals,
            Lookup lookup,
            Breakers breakers,
            SealMessage seal,
            Wire wire,
            OpenReply open,
            SettleDelivery settle,
            String self,
            MeterRegistry meters,
            Clock clock) {
        this.messages = messages;
        this.originals = originals;
        this.lookup = lookup;
        this.breakers = breakers;
        this.seal = seal;
        this.wire = wire;
        this.open = open;
        this.settle = settle;
        this.self = new Identifier(Names.PARTICIPANT_SCHEME, self);
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** The sender's provider not being there is no reason to keep his invoice waiting. */
    @Override
    public boolean isOnTheWay() {
        return false;
    }

    @Override
    public void run(Job job) {
        messages.of(job.caseId(), job.round())
                .filter(message -> message.delivery().isEmpty())
                .ifPresent(this::deliver);
    }

    private void deliver(OutboundMessage message) {
        try {
            String provider = Provider.whole(message.receiver());
            Sent sent = alongside(() -> breakers.of(provider).ask(() -> send(message)));
            settle.settle(message, sent.message(), sent.received());
            count("delivered");
        } catch (NotDelivered e) {
            count(e instanceof Refused ? "refused" : "unanswered");
            throw e;
        }
    }

    /** With few others at the same time: however slow they are, invoices are checked meanwhile. */
    private Sent alongside(Supplier<Sent> delivery) {
        try {
            if (!lines.tryAcquire(1, TimeUnit.SECONDS)) {
                throw new Unanswered("Other messages are on their way, and their receivers are slow");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unanswered("Interrupted before anybody was asked", e);
        }
        try {
            return delivery.get();
        } finally {
            lines.release();
        }
    }

    private Sent send(OutboundMessage message) {
        Found found = endpoint(message);
        SealedMessage sealed =
                seal.seal(outgoing(message, found), found.endpoint().certificate());
        Reply reply = reply(wire.send(sealed, found.endpoint().url()), sealed);
        if (reply instanceof Reply.Refused refused) {
            lookup.forget(
                    found.receiver(),
                    message.kind().documentType(),
                    message.kind().process());
            settle.refused(message, refused);
            String text = sealed.receiver() + " answers " + refused.text();
            throw refused.comeAgain() ? new PutOff(text) : new Refused(text);
        }
        return new Sent(sealed, (Reply.Received) reply);
    }

    // Who is not registered today may be tomorrow: receiving became a duty only lately.
    private Found endpoint(OutboundMessage message) {
        try {
            return found(message);
        } catch (LookupFailed e) {
            throw new Unanswered("No access point was found for " + message.receiver() + ": " + e.reason(), e);
        }
    }

    private Found found(OutboundMessage message) {
        try {
            return found(message, message.receiver(), message.document());
        } catch (LookupFailed e) {
            // A part that is not registered: the provider himself is told (Network Policy, MLS-4).
            return message.toProvider()
                    .filter(document -> e.isFinal())
                    .map(document -> found(message, Provider.whole(message.receiver()), document))
                    .orElseThrow(() -> e);
        }
    }

    private Found found(OutboundMessage message, String receiver, Sha256 document) {
        Identifier participant = new Identifier(Names.PARTICIPANT_SCHEME, receiver);
        Endpoint endpoint = lookup.find(
                participant, message.kind().documentType(), message.kind().process());
        return new Found(participant, document, endpoint);
    }

    private OutgoingMessage outgoing(OutboundMessage message, Found found) {
        return new OutgoingMessage(
                UUID.randomUUID() + "@" + self.value().replace(':', '-'),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                message.kind().process(),
                message.kind().documentType(),
                self,
                found.receiver(),
                originals.read(found.document()));
    }

    // Whoever signs nothing may be anybody; whether a certificate was revoked may not be known now.
    private Reply reply(byte[] answer, SealedMessage sealed) {
        try {
            return open.open(answer, sealed);
        } catch (MessageRefused e) {
            String text = "The answer of " + sealed.receiver() + " is not believed: " + e.reason();
            throw e.error() == EbmsError.DELIVERY_FAILURE ? new Unanswered(text, e) : new NotBelieved(text, e);
        }
    }

    private void count(String outcome) {
        meters.counter("rechnungseingang.peppol.sent", "outcome", outcome).increment();
    }

    /** Whom to send to, what, and where he receives. */
    private record Found(Identifier receiver, Sha256 document, Endpoint endpoint) {}

    /** What was sent, and that it has arrived. */
    private record Sent(SealedMessage message, Reply.Received received) {}
}
