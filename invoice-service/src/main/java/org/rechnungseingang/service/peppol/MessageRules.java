package org.rechnungseingang.service.peppol;

import static org.rechnungseingang.service.peppol.as4.EbmsError.PROCESSING_MODE_MISMATCH;
import static org.rechnungseingang.service.peppol.as4.EbmsError.VALUE_INCONSISTENT;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.rechnungseingang.service.peppol.as4.BusinessDocument;
import org.rechnungseingang.service.peppol.as4.BusinessDocument.Identifier;
import org.rechnungseingang.service.peppol.as4.BusinessDocument.Scope;
import org.rechnungseingang.service.peppol.as4.EbmsError;
import org.rechnungseingang.service.peppol.as4.MessageRefused;
import org.rechnungseingang.service.peppol.as4.Names;
import org.rechnungseingang.service.peppol.as4.OpenedMessage;
import org.rechnungseingang.service.peppol.as4.UserMessage;
import org.rechnungseingang.service.peppol.as4.UserMessage.Named;
import org.rechnungseingang.service.peppol.as4.UserMessage.Party;

/**
 * What the Peppol AS4 profile 2.0.3 asks of a message whose signature is right: it is from whom it says, for us, and its
 * header and the envelope inside tell the same.
 */
final class MessageRules {

    private final String self;
    private final Served served;
    private final AccessPointProperties properties;
    private final Clock clock;

    MessageRules(String self, Served served, AccessPointProperties properties, Clock clock) {
        this.self = self;
        this.served = served;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Holds the header against signer, agreement and clock.
     *
     * @throws MessageRefused with the first thing that does not fit
     */
    void holdHeader(OpenedMessage message) {
        UserMessage header = message.header();
        MessageRefused.unless(
                header.from().equals(party(message.signerName(), Names.INITIATOR)),
                VALUE_INCONSISTENT,
                "eb:From is the access point whose certificate signs: " + message.signerName());
        MessageRefused.unless(
                header.to().equals(party(self, Names.RESPONDER)),
                PROCESSING_MODE_MISMATCH,
                "eb:To is this access point: " + self);
        MessageRefused.unless(
                header.agreement().equals(Names.AGREEMENT),
                PROCESSING_MODE_MISMATCH,
                "eb:AgreementRef is " + Names.AGREEMENT);
        Instant now = clock.instant();
        MessageRefused.unless(
                header.timestamp().isAfter(now.minus(properties.timestampPast()))
                        && header.timestamp().isBefore(now.plus(properties.timestampFuture())),
                VALUE_INCONSISTENT,
                "eb:Timestamp is too far from the time of this access point, " + now);
    }

    private static Party party(String name, String role) {
        return new Party(new Named(Names.ACCESS_POINT, name), role);
    }

    /**
     * Holds the header against the envelope inside.
     *
     * @return the key of the town that it is for
     * @throws MessageRefused with the first thing that does not fit
     */
    String holdDocument(UserMessage header, BusinessDocument document) {
        holdParticipant(header, "originalSender", document.sender());
        holdParticipant(header, "finalRecipient", document.receiver());
        String process = scope(document, "PROCESSID");
        String type = scope(document, "DOCUMENTID");
        MessageRefused.unless(
                joined(header.service().type(), header.service().value()).equals(process),
                VALUE_INCONSISTENT,
                "eb:Service is the PROCESSID of the Standard Business Document Header");
        MessageRefused.unless(
                header.action().equals(type),
                VALUE_INCONSISTENT,
                "eb:Action is the DOCUMENTID of the Standard Business Document Header");
        holdRoot(document, type);
        MessageRefused.unless(
                !document.instanceId().isEmpty(),
                VALUE_INCONSISTENT,
                "DocumentIdentification/InstanceIdentifier is missing");
        return served.townOf(document.receiver())
                .filter(town -> served.receives(town, type, process))
                .orElseThrow(() -> new MessageRefused(
                        EbmsError.OTHER,
                        "Participant, document type or process is not serviced here: "
                                + document.receiver().value(),
                        Names.NOT_SERVICED));
    }

    private static void holdParticipant(UserMessage header, String property, Identifier inEnvelope) {
        Named named = header.property(property)
                .orElseThrow(() -> new MessageRefused(
                        EbmsError.INVALID_HEADER, "The message property " + property + " is missing"));
        MessageRefused.unless(
                named.type().equals(inEnvelope.scheme())
                        && named.value()
                                .toLowerCase(Locale.ROOT)
                                .equals(inEnvelope.value().toLowerCase(Locale.ROOT)),
                VALUE_INCONSISTENT,
                "The message property " + property + " is the participant of the Standard Business Document Header");
    }

    private static String scope(BusinessDocument document, String type) {
        Scope scope = document.scope(type)
                .orElseThrow(() -> new MessageRefused(
                        VALUE_INCONSISTENT, "The Standard Business Document Header has no scope " + type));
        return joined(scope.scheme(), scope.value());
    }

    private static String joined(String scheme, String value) {
        return scheme + "::" + value;
    }

    // urn:…:Invoice-2::Invoice##…: what is inside has to be that.
    private static void holdRoot(BusinessDocument document, String type) {
        String root = document.root().namespace() + "::" + document.root().name();
        MessageRefused.unless(
                type.contains("::" + root + "##")
                        && document.standard().equals(document.root().namespace())
                        && document.type().equals(document.root().name()),
                VALUE_INCONSISTENT,
                "The document inside is " + root + ", which the Standard Business Document Header does not say");
    }
}
