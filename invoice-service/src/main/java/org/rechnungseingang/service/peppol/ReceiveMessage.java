package org.rechnungseingang.service.peppol;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.peppol.as4.BusinessDocument;
import org.rechnungseingang.service.peppol.as4.BusinessDocument.Identifier;
import org.rechnungseingang.service.peppol.as4.EbmsError;
import org.rechnungseingang.service.peppol.as4.IncomingMessage;
import org.rechnungseingang.service.peppol.as4.MessageRefused;
import org.rechnungseingang.service.peppol.as4.OpenMessage;
import org.rechnungseingang.service.peppol.as4.OpenedMessage;
import org.rechnungseingang.service.peppol.as4.Patience;
import org.rechnungseingang.service.peppol.as4.Payload;
import org.rechnungseingang.service.peppol.as4.Signals;
import org.rechnungseingang.service.peppol.as4.SoapEnvelope;
import org.rechnungseingang.service.peppol.as4.Spool;
import org.rechnungseingang.service.peppol.as4.UserMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;

/** The way of a message from its bytes to the signed answer: opened, held against the rules, taken. */
final class ReceiveMessage {

    private static final Logger log = LoggerFactory.getLogger(ReceiveMessage.class);

    private static final int LARGE = 1 << 20;
    private static final String CUT_OFF = "The message is cut off: its closing boundary is missing";

    /** A sender is answered within 5 s where there is no database. */
    private static final Duration UNTIL_THE_DATABASE_ANSWERS = Duration.ofSeconds(4);

    private static final int MOST_QUESTIONS = 200;

    private final OpenMessage open;
    private final MessageRules rules;
    private final Signals signals;
    private final Towns towns;
    private final AccessPointProperties properties;
    private final MeterRegistry meters;
    private final Semaphore large;
    private final Refusals refusals;
    private final Patience patience = new Patience(UNTIL_THE_DATABASE_ANSWERS, "as4-database", MOST_QUESTIONS);

    ReceiveMessage(
            OpenMessage open,
            MessageRules rules,
            Signals signals,
            Towns towns,
            AccessPointProperties properties,
            MeterRegistry meters) {
        this.open = open;
        this.rules = rules;
        this.signals = signals;
        this.towns = towns;
        this.properties = properties;
        this.meters = meters;
        this.refusals = new Refusals(towns, patience);
        this.large = new Semaphore(properties.large(), true);
    }

    /**
     * Receives a message; never throws for what it contains.
     *
     * @param incoming reads it from the wire
     * @param receivedAt when it began to arrive
     */
    Answer receive(Incoming incoming, Instant receivedAt) {
        Optional<String> messageId = Optional.empty();
        try {
            IncomingMessage message = incoming.read();
            SoapEnvelope envelope = envelope(message);
            messageId = envelope.messageId();
            MessageRefused.unless(message.whole(), EbmsError.MIME_INCONSISTENCY, CUT_OFF);
            OpenedMessage opened = open.open(envelope, message.attachments());
            return answered("taken", Answer.of(receive(opened, receivedAt)));
        } catch (MessageRefused e) {
            log.warn(
                    "An AS4 message was refused: {}, {}: {}",
                    messageId.orElse("?"),
                    e.error().code(),
                    e.reason());
            return answered(e.error().name(), Answer.of(e.error(), signals.error(e, messageId)));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            log.error("An AS4 message could not be taken: {}", messageId.orElse("?"), e);
            MessageRefused later = new MessageRefused(
                    EbmsError.DELIVERY_FAILURE, "The message could not be stored now; send it again in a while");
            return answered("later", Answer.of(later.error(), signals.error(later, messageId)));
        }
    }

    private static SoapEnvelope envelope(IncomingMessage message) {
        try {
            return SoapEnvelope.of(message.envelope());
        } catch (MessageRefused e) {
            throw message.whole() ? e : new MessageRefused(EbmsError.MIME_INCONSISTENCY, CUT_OFF);
        }
    }

    /** Reads a message from the wire. */
    interface Incoming {

        /** Reads it, or throws {@link MessageRefused}. */
        IncomingMessage read();
    }

    private Answer answered(String outcome, Answer answer) {
        meters.counter("rechnungseingang.as4.messages", "outcome", outcome).increment();
        return answer;
    }

    private byte[] receive(OpenedMessage opened, Instant receivedAt) {
        try {
            rules.holdHeader(opened);
            Spool payload = Payload.of(opened, properties.payload().toBytes());
            BusinessDocument document = BusinessDocument.of(payload);
            String town = rules.holdDocument(opened.header(), document);
            return inTurn(payload, () -> taken(town, opened, document, payload, receivedAt));
        } catch (MessageRefused e) {
            townOf(opened.header())
                    .ifPresent(town -> inTurn(opened.payload().bytes(), () -> {
                        refusals.keep(town, opened, e, receivedAt);
                        return true;
                    }));
            throw e;
        }
    }

    private Optional<String> townOf(UserMessage header) {
        return header.property("finalRecipient")
                .flatMap(named -> towns.of(new Identifier(named.type(), named.value())));
    }

    // A large document is in memory as a whole while it is stored.
    private <T> T inTurn(Spool payload, Supplier<T> store) {
        if (payload.size() < LARGE) {
            return store.get();
        }
        large.acquireUninterruptibly();
        try {
            return store.get();
        } finally {
            large.release();
        }
    }

    private byte[] taken(
            String town, OpenedMessage opened, BusinessDocument document, Spool payload, Instant receivedAt) {
        Optional<byte[]> known = patience.ask(() -> towns.receipt(town, opened));
        if (known.isPresent()) {
            return known.get();
        }
        Arrival arrival = new Arrival(opened, document, Sha256.of(payload.open()), receivedAt, signals.receipt(opened));
        try {
            towns.take(town, arrival);
            return arrival.receipt();
        } catch (DuplicateKeyException e) {
            // The same message at the same time, on this node or another: the other one's AS4 receipt is the one that
            // counts.
            return towns.receipt(town, opened).orElseThrow(() -> e);
        }
    }
}
