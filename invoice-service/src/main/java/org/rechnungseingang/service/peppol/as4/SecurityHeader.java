package org.rechnungseingang.service.peppol.as4;

import java.util.List;
import org.w3c.dom.Element;

/**
 * The header {@code wsse:Security} of a message: one signature, and one encrypted key.
 *
 * @param signed the signature
 * @param encryptedKey {@code xenc:EncryptedKey}
 * @param encryptedData an {@code xenc:EncryptedData} for each attachment
 */
record SecurityHeader(SignedBy signed, Element encryptedKey, List<Element> encryptedData) {

    static SecurityHeader of(Element security) {
        return new SecurityHeader(
                SignedBy.of(security),
                SignedBy.one(security, Names.XENC, "EncryptedKey", "encrypted key"),
                Nodes.children(security, Names.XENC, "EncryptedData"));
    }
}
