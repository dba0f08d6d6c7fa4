package org.rechnungseingang.service.peppol.as4;

import static org.rechnungseingang.service.peppol.as4.EbmsError.FAILED_AUTHENTICATION;
import static org.rechnungseingang.service.peppol.as4.EbmsError.MIME_INCONSISTENCY;
import static org.rechnungseingang.service.peppol.as4.EbmsError.POLICY_NONCOMPLIANCE;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * Opens a message: whom its certificate belongs to, its attachments in clear, what its signature covers; from there on
 * only that is read. Whoever is not believed costs no decryption.
 */
public final class OpenMessage {

    // Their digest is taken over a canonical form, for which all of it is parsed into memory.
    private static final Pattern XML = Pattern.compile("(?i)(text/xml|application/xml|[a-z]+/.*\\+xml).*");
    private static final int MOST_PLAIN_XML = 10 << 20;

    private final OwnKeys keys;
    private final TrustedCertificates trusted;
    private final Clock clock;

    public OpenMessage(OwnKeys keys, TrustedCertificates trusted, Clock clock) {
        this.keys = keys;
        this.trusted = trusted;
        this.clock = clock;
    }

    /**
     * Opens it.
     *
     * @throws MessageRefused with the first thing that is wrong
     */
    public OpenedMessage open(SoapEnvelope envelope, Map<String, Attached> attachments) {
        Element header = envelope.security();
        SecurityHeader security = SecurityHeader.of(header);
        SignedBy signed = security.signed();
        holdTimestamp(header);
        trusted.objection(signed.signer()).ifPresent(objection -> {
            throw objection.refusal();
        });
        Map<String, Attached> clear = new Decryption(keys.all()).open(security, attachments);
        clear.values().forEach(OpenMessage::holdSize);
        new SignatureCheck(envelope, clear).verify(signed);
        UserMessage message = UserMessage.of(envelope.messaging());
        return new OpenedMessage(
                envelope,
                message,
                signed.signer(),
                payload(message, clear),
                signed.references(),
                Nodes.text(Nodes.required(signed.signature(), Names.DS, "SignatureValue"))
                        .replaceAll("\\s", ""));
    }

    // WSS 1.1.1, 10: AS4 wants none, but one that is there counts.
    private void holdTimestamp(Element security) {
        Nodes.child(security, Names.WSU, "Timestamp").ifPresent(timestamp -> {
            Instant now = clock.instant();
            boolean begun = instant(timestamp, "Created")
                    .filter(now.plusSeconds(300)::isAfter)
                    .isPresent();
            boolean over = instant(timestamp, "Expires").filter(now::isAfter).isPresent();
            MessageRefused.unless(begun && !over, FAILED_AUTHENTICATION, "The wsu:Timestamp is not of now");
        });
    }

    private static Optional<Instant> instant(Element timestamp, String name) {
        try {
            return Nodes.child(timestamp, Names.WSU, name)
                    .map(Nodes::text)
                    .map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            throw new MessageRefused(FAILED_AUTHENTICATION, "The wsu:Timestamp cannot be read", e);
        }
    }

    private static void holdSize(Attached attached) {
        MessageRefused.unless(
                attached.bytes().size() <= MOST_PLAIN_XML
                        || !XML.matcher(attached.mimeType()).matches(),
                POLICY_NONCOMPLIANCE,
                "A payload of more than 10 MiB is compressed");
    }

    private static Attached payload(UserMessage header, Map<String, Attached> clear) {
        return Optional.ofNullable(clear.get(header.payload().contentId()))
                .filter(payload -> clear.size() == 1)
                .orElseThrow(() -> new MessageRefused(
                        MIME_INCONSISTENCY, "The one payload that PartInfo names is the one attachment"));
    }
}
