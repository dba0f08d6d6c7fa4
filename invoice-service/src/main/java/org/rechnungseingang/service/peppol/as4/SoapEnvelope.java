package org.rechnungseingang.service.peppol.as4;

import static org.rechnungseingang.service.peppol.as4.EbmsError.FEATURE_NOT_SUPPORTED;
import static org.rechnungseingang.service.peppol.as4.EbmsError.INVALID_HEADER;
import static org.rechnungseingang.service.peppol.as4.EbmsError.POLICY_NONCOMPLIANCE;

import java.util.List;
import java.util.Optional;
import org.rechnungseingang.document.Bounds;
import org.rechnungseingang.document.Dom;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The SOAP part of a message. Its elements are the very nodes that the signature is held against, and from which
 * everything is read.
 *
 * @param bytes as it was received
 * @param header all headers
 * @param messaging the one header {@code eb:Messaging}
 * @param body the body
 */
public record SoapEnvelope(byte[] bytes, Element header, Element messaging, Element body) {

    /** So many bytes an envelope has at most; the usual one has ten thousand. */
    public static final int MOST_BYTES = 256 << 10;

    private static final Bounds BOUNDS = new Bounds(MOST_BYTES, 32, 64, 256, 1_000, 2_000, 100, 1_000, 0, 100);

    /**
     * Reads the envelope; nothing in it is believed yet.
     *
     * @throws MessageRefused if it is no SOAP 1.2 envelope with a header {@code eb:Messaging}
     */
    public static SoapEnvelope of(byte[] bytes) {
        Document document = Dom.of(bytes, BOUNDS)
                .orElseThrow(() -> new MessageRefused(
                        INVALID_HEADER, "The SOAP part is not well-formed XML, or larger or deeper than allowed"));
        Element root = document.getDocumentElement();
        MessageRefused.unless(
                !Nodes.is(root, Names.SOAP_11, "Envelope"),
                FEATURE_NOT_SUPPORTED,
                "SOAP 1.1 is not taken, use SOAP 1.2");
        MessageRefused.unless(Nodes.is(root, Names.SOAP, "Envelope"), INVALID_HEADER, "This is no SOAP 1.2 envelope");
        Element header = Nodes.required(root, Names.SOAP, "Header");
        return new SoapEnvelope(
                bytes,
                header,
                Nodes.required(header, Names.EBMS, "Messaging"),
                Nodes.required(root, Names.SOAP, "Body"));
    }

    /**
     * The one header {@code wsse:Security} of a message that has nothing else which would have to be understood; apart from
     * reading it, so that an answer to another one can name it.
     *
     * @throws MessageRefused if it is not there, or something else is
     */
    Element security() {
        List<Element> security = Nodes.children(header, Names.WSSE, "Security");
        MessageRefused.unless(
                security.size() == 1, POLICY_NONCOMPLIANCE, "A message has exactly one header wsse:Security");
        MessageRefused.unless(
                Nodes.children(body).isEmpty(),
                FEATURE_NOT_SUPPORTED,
                "The payload is an attachment, the body is empty");
        understood(security.get(0));
        return security.get(0);
    }

    // SOAP 1.2, 2.4: a header that must be understood and is not is a reason to refuse.
    private void understood(Element security) {
        for (Element block : Nodes.children(header)) {
            String must = block.getAttributeNS(Names.SOAP, "mustUnderstand");
            MessageRefused.unless(
                    block == messaging || block == security || !must.equals("true") && !must.equals("1"),
                    FEATURE_NOT_SUPPORTED,
                    "The header " + block.getLocalName() + " is not understood");
        }
    }

    /** The name of the message, as it says itself: enough to answer it. */
    public Optional<String> messageId() {
        return UserMessage.messageIdOf(messaging);
    }

    /** The {@code wsu:Id} of one of its elements, by which a signature names it. */
    static String id(Element element) {
        return element.getAttributeNS(Names.WSU, "Id");
    }
}
