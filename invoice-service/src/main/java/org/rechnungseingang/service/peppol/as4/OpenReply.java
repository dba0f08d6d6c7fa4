package org.rechnungseingang.service.peppol.as4;

import static org.rechnungseingang.service.peppol.as4.EbmsError.FAILED_AUTHENTICATION;
import static org.rechnungseingang.service.peppol.as4.EbmsError.INVALID_HEADER;
import static org.rechnungseingang.service.peppol.as4.EbmsError.VALUE_INCONSISTENT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * Reads what comes back for a message of ours. Only what the message's receiver has signed is believed, and only if it is
 * about this message; an AS4 receipt must repeat the digests of what was sent (AS4 profile, 5.1.8).
 */
public final class OpenReply {

    private final TrustedCertificates trusted;

    public OpenReply(TrustedCertificates trusted) {
        this.trusted = trusted;
    }

    /**
     * Reads it.
     *
     * @throws MessageRefused if it is not to be believed, with the reason
     */
    public Reply open(byte[] answer, SealedMessage sent) {
        SoapEnvelope envelope = SoapEnvelope.of(answer);
        SignedBy signed = SignedBy.of(envelope.security());
        trusted.objection(signed.signer()).ifPresent(objection -> {
            throw objection.refusal();
        });
        MessageRefused.unless(
                PartyName.of(signed.signer()).equals(sent.receiver()),
                FAILED_AUTHENTICATION,
                "The answer is signed by " + PartyName.of(signed.signer()) + ", the message was for "
                        + sent.receiver());
        new SignatureCheck(envelope, Map.of()).verify(signed);
        Element signal = Nodes.required(envelope.messaging(), Names.EBMS, "SignalMessage");
        List<Element> errors = Nodes.children(signal, Names.EBMS, "Error").stream()
                .filter(error -> !"warning".equalsIgnoreCase(error.getAttributeNS(null, "severity")))
                .toList();
        return errors.isEmpty() ? receipt(answer, signal, sent) : refusal(answer, signal, errors, sent);
    }

    private static Reply receipt(byte[] answer, Element signal, SealedMessage sent) {
        Element info = Nodes.required(signal, Names.EBMS, "MessageInfo");
        MessageRefused.unless(
                Nodes.textOf(info, Names.EBMS, "RefToMessageId").equals(sent.messageId()),
                VALUE_INCONSISTENT,
                "The receipt is for another message");
        Element all =
                Nodes.required(Nodes.required(signal, Names.EBMS, "Receipt"), Names.EBBP, "NonRepudiationInformation");
        List<Element> repeated = Nodes.children(all, Names.EBBP, "MessagePartNRInformation").stream()
                .map(part -> Nodes.required(part, Names.DS, "Reference"))
                .toList();
        MessageRefused.unless(
                digests(repeated).equals(digests(sent.references())),
                VALUE_INCONSISTENT,
                "The receipt has other digests than the message");
        return new Reply.Received(answer);
    }

    /** Digests by what they are of. */
    private static Map<String, String> digests(List<Element> references) {
        Map<String, String> digests = new HashMap<>();
        for (Element reference : references) {
            String uri = reference.getAttributeNS(null, "URI");
            String named = uri.startsWith("cid:") ? "cid:" + ContentIds.ofReference(uri) : uri;
            String digest = Nodes.textOf(reference, Names.DS, "DigestValue").replaceAll("\\s", "");
            MessageRefused.unless(
                    digests.put(named, digest) == null, INVALID_HEADER, "The receipt names a part twice: " + named);
        }
        return digests;
    }

    // Whoever could not read our header may not know which message it was.
    private static Reply refusal(byte[] answer, Element signal, List<Element> errors, SealedMessage sent) {
        Element info = Nodes.required(signal, Names.EBMS, "MessageInfo");
        Stream.concat(
                        Stream.of(Nodes.textOf(info, Names.EBMS, "RefToMessageId")),
                        errors.stream().map(error -> error.getAttributeNS(null, "refToMessageInError")))
                .filter(named -> !named.isBlank() && !named.strip().equals(sent.messageId()))
                .findFirst()
                .ifPresent(other -> {
                    throw new MessageRefused(VALUE_INCONSISTENT, "The error is about another message");
                });
        Element first = errors.get(0);
        String text = errors.stream().map(OpenReply::text).collect(Collectors.joining("; "));
        return new Reply.Refused(first.getAttributeNS(null, "errorCode"), text, answer);
    }

    private static String text(Element error) {
        return Stream.of(
                        error.getAttributeNS(null, "errorCode"),
                        error.getAttributeNS(null, "shortDescription"),
                        Nodes.textOf(error, Names.EBMS, "Description"),
                        Nodes.textOf(error, Names.EBMS, "ErrorDetail"))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }
}
