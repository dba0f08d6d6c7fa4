package org.rechnungseingang.service.peppol.as4;

import java.security.cert.X509Certificate;
import java.util.List;
import org.w3c.dom.Element;

/**
 * A message whose signature is right and whose signer is believed.
 *
 * @param envelope its SOAP part
 * @param header what its header says
 * @param signer who signed it
 * @param payload its attachment in clear, byte by byte as it was signed
 * @param references {@code ds:Reference} of the signature, which the AS4 receipt repeats
 * @param signatureValue tells one signature from another
 */
public record OpenedMessage(
        SoapEnvelope envelope,
        UserMessage header,
        X509Certificate signer,
        Attached payload,
        List<Element> references,
        String signatureValue) {

    /** Keeps its own copy of the list. */
    public OpenedMessage {
        references = List.copyOf(references);
    }

    /** The name of the sending access point, as its certificate has it. */
    public String signerName() {
        return PartyName.of(signer);
    }
}
