package org.rechnungseingang.service.peppol.as4;

import static org.rechnungseingang.service.peppol.as4.EbmsError.FEATURE_NOT_SUPPORTED;
import static org.rechnungseingang.service.peppol.as4.EbmsError.INVALID_HEADER;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * What the header {@code eb:Messaging} says about a message (ebMS 3.0 core, 5.2).
 *
 * @param messageId the name of the message, made by its sender
 * @param timestamp when it was made
 * @param from the sending access point
 * @param to the receiving access point
 * @param agreement {@code eb:AgreementRef}, empty if there is none
 * @param service the process
 * @param action the document type
 * @param properties of the message
 * @param payload the one attachment
 */
public record UserMessage(
        String messageId,
        Instant timestamp,
        Party from,
        Party to,
        String agreement,
        Named service,
        String action,
        List<Property> properties,
        PartInfo payload) {

    // RFC 2822 asks for more; what matters is that it is printable and bounded, for it is kept and shown.
    private static final Pattern MESSAGE_ID = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /** Keeps its own copy of the list. */
    public UserMessage {
        properties = List.copyOf(properties);
    }

    /** One end of the line: whose certificate's name it is, and in which role. */
    public record Party(Named id, String role) {}

    /** A value with a type, which may be empty. */
    public record Named(String type, String value) {}

    /** A property of the message or of a part. */
    public record Property(String name, Named value) {}

    /**
     * What is said about an attachment.
     *
     * @param contentId its {@code Content-ID}, without brackets
     */
    public record PartInfo(String contentId, List<Property> properties) {

        /** Keeps its own copy of the list. */
        public PartInfo {
            properties = List.copyOf(properties);
        }

        /** The value of this property of the part. */
        public Optional<String> property(String name) {
            return named(properties, name).map(Named::value);
        }
    }

    /** The value of this property of the message. */
    public Optional<Named> property(String name) {
        return named(properties, name);
    }

    /**
     * Reads the header.
     *
     * @throws MessageRefused if it is not one user message with one payload
     */
    public static UserMessage of(Element messaging) {
        MessageRefused.unless(
                Nodes.children(messaging).size() == 1
                        && Nodes.children(messaging, Names.EBMS, "UserMessage").size() == 1,
                FEATURE_NOT_SUPPORTED,
                "Only one-way pushes are taken: exactly one eb:UserMessage and no signal");
        Element message = required(messaging, "UserMessage");
        Element info = required(message, "MessageInfo");
        Element parties = required(message, "PartyInfo");
        Element collaboration = required(message, "CollaborationInfo");
        return new UserMessage(
                messageId(info),
                timestamp(text(info, "Timestamp")),
                party(required(parties, "From")),
                party(required(parties, "To")),
                Nodes.textOf(collaboration, Names.EBMS, "AgreementRef"),
                named(required(collaboration, "Service")),
                text(collaboration, "Action"),
                Nodes.child(message, Names.EBMS, "MessageProperties")
                        .map(UserMessage::properties)
                        .orElse(List.of()),
                payload(message));
    }

    /** The id of the message, where it can be read at all: for the answer to a message that cannot. */
    static Optional<String> messageIdOf(Element messaging) {
        return Nodes.children(messaging).stream()
                .flatMap(message -> Nodes.children(message, Names.EBMS, "MessageInfo").stream())
                .flatMap(info -> Nodes.children(info, Names.EBMS, "MessageId").stream())
                .map(Nodes::text)
                .filter(id -> MESSAGE_ID.matcher(id).matches())
                .findFirst();
    }

    private static String messageId(Element info) {
        String id = text(info, "MessageId");
        MessageRefused.unless(
                MESSAGE_ID.matcher(id).matches(), INVALID_HEADER, "eb:MessageId has 1 to 255 printable characters");
        return id;
    }

    private static Instant timestamp(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new MessageRefused(INVALID_HEADER, "eb:Timestamp is no date and time with a zone", e);
        }
    }

    private static Party party(Element party) {
        return new Party(named(required(party, "PartyId")), text(party, "Role"));
    }

    private static PartInfo payload(Element message) {
        List<Element> parts = Nodes.children(required(message, "PayloadInfo"), Names.EBMS, "PartInfo");
        MessageRefused.unless(parts.size() == 1, FEATURE_NOT_SUPPORTED, "A message has exactly one payload");
        Element part = parts.get(0);
        String href = part.getAttributeNS(null, "href");
        MessageRefused.unless(
                href.startsWith("cid:"),
                FEATURE_NOT_SUPPORTED,
                "The payload is an attachment: PartInfo/@href is a cid:");
        return new PartInfo(
                ContentIds.ofReference(href),
                Nodes.child(part, Names.EBMS, "PartProperties")
                        .map(UserMessage::properties)
                        .orElse(List.of()));
    }

    private static List<Property> properties(Element all) {
        return Nodes.children(all, Names.EBMS, "Property").stream()
                .map(property -> new Property(property.getAttributeNS(null, "name"), named(property)))
                .toList();
    }

    private static Optional<Named> named(List<Property> properties, String name) {
        List<Property> found = properties.stream()
                .filter(property -> property.name().equals(name))
                .toList();
        MessageRefused.unless(found.size() < 2, INVALID_HEADER, "The property " + name + " is there several times");
        return found.stream().findFirst().map(Property::value);
    }

    private static Named named(Element element) {
        return new Named(element.getAttributeNS(null, "type"), Nodes.text(element));
    }

    private static Element required(Element parent, String name) {
        return Nodes.required(parent, Names.EBMS, name);
    }

    private static String text(Element parent, String name) {
        return Nodes.text(required(parent, name));
    }
}
