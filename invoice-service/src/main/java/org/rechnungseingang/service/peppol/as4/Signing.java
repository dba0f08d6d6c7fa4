package org.rechnungseingang.service.peppol.as4;

import java.io.ByteArrayOutputStream;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import org.apache.wss4j.common.WSEncryptionPart;
import org.apache.wss4j.common.crypto.CryptoType;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.apache.xml.security.Init;
import org.apache.xml.security.utils.XMLUtils;
import org.w3c.dom.Document;
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

    /** The envelope with a signature over these elements, as it is sent. */
    byte[] signed(Document envelope, List<Element> parts) {
        try {
            WSSecHeader header = new WSSecHeader(envelope);
            header.setMustUnderstand(true);
            header.insertSecurityHeader();
            WSSecSignature signature = new WSSecSignature(header);
            signature.setKeyIdentifierType(WSConstants.BST_DIRECT_REFERENCE);
            signature.setSignatureAlgorithm(Names.RSA_SHA256);
            signature.setDigestAlgo(Names.SHA256);
            signature.setSigCanonicalization(Names.EXCLUSIVE);
            signature.setUserInfo("the one key", "");
            for (Element part : parts) {
                signature.getParts().add(part(part));
            }
            signature.build(new OneKey(keys.signing()));
            return bytes(envelope);
        } catch (WSSecurityException e) {
            throw new IllegalStateException("An answer could not be signed", e);
        }
    }

    private static WSEncryptionPart part(Element part) {
        WSEncryptionPart signed =
                new WSEncryptionPart(part.getLocalName(), part.getNamespaceURI(), WSConstants.C14N_EXCL_OMIT_COMMENTS);
        signed.setElement(part);
        return signed;
    }

    private static byte[] bytes(Document document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XMLUtils.outputDOM(document, out, true);
        return out.toByteArray();
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
