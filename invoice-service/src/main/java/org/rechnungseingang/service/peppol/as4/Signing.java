package org.rechnungseingang.service.peppol.as4;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.security.auth.callback.CallbackHandler;
import org.apache.wss4j.common.WSEncryptionPart;
import org.apache.wss4j.common.crypto.CryptoType;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.apache.xml.security.Init;
import org.w3c.dom.Element;

/** Signs what this access point says, by the same algorithms that it asks for. */
final class Signing {

    static {
        WSSConfig.init();
        Init.init();
    }

    private final OwnKeys keys;

    Signing(OwnKeys keys) {
        this.keys = keys;
    }

    /** The envelope with a signature over its header and body, as it is sent. */
    byte[] signed(NewEnvelope envelope) {
        sign(envelope, callbacks -> {}, List.of());
        return NewXml.bytes(envelope.root());
    }

    /**
     * Signs header, body and one attachment.
     *
     * @return the header, for what else belongs into it
     */
    WSSecHeader signed(NewEnvelope envelope, NewAttachment attachment) {
        return sign(envelope, attachment, List.of(NewAttachment.part()));
    }

    private WSSecHeader sign(NewEnvelope envelope, CallbackHandler attachments, List<WSEncryptionPart> others) {
        try {
            WSSecHeader header = new WSSecHeader(envelope.document());
            header.setMustUnderstand(true);
            header.insertSecurityHeader();
            WSSecSignature signature = new WSSecSignature(header);
            signature.setKeyIdentifierType(WSConstants.BST_DIRECT_REFERENCE);
            signature.setSignatureAlgorithm(Names.RSA_SHA256);
            signature.setDigestAlgo(Names.SHA256);
            signature.setSigCanonicalization(Names.EXCLUSIVE);
            signature.setUserInfo("the one key", "");
            signature.setAttachmentCallbackHandler(attachments);
            signature.getParts().add(part(envelope.messaging()));
            signature.getParts().add(part(envelope.body()));
            signature.getParts().addAll(others);
            signature.build(new OneKey(keys.signing()));
            return header;
        } catch (WSSecurityException e) {
            throw new IllegalStateException("What this access point says could not be signed", e);
        }
    }

    private static WSEncryptionPart part(Element part) {
        WSEncryptionPart signed =
                new WSEncryptionPart(part.getLocalName(), part.getNamespaceURI(), WSConstants.C14N_EXCL_OMIT_COMMENTS);
        signed.setElement(part);
        return signed;
    }

    /** What WSS4J asks for a key. A key store would encrypt and decrypt it for each signature, thousands of rounds long. */
    private static final class OneKey extends Merlin {

        private final OwnKey own;

        OneKey(OwnKey own) {
            this.own = own;
        }

        @Override
        public X509Certificate[] getX509Certificates(CryptoType type) {
            return new X509Certificate[] {own.certificate()};
        }

        @Override
        public PrivateKey getPrivateKey(String identifier, String password) {
            return own.key();
        }
    }
}
