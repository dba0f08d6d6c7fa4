package org.rechnungseingang.service.peppol;

import java.util.ArrayList;
import java.util.List;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.SignatureMethod;
import org.apache.wss4j.common.WSEncryptionPart;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.common.util.KeyUtils;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.apache.wss4j.dom.message.WSSecEncrypt;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** How a message is signed and encrypted: by the Peppol profile, as far as a test does not ask for something else. */
final class Sealing {

    static final String EBMS = "http://docs.oasis-open.org/ebxml-msg/ebms/v3.0/ns/core/200704/";

    static {
        WSSConfig.init();
    }

    private String signer = "sender";
    private String receiver = "access-point";
    private String signature = SignatureMethod.RSA_SHA256;
    private String digest = DigestMethod.SHA256;
    private String cipher = WSConstants.AES_128_GCM;
    private String transport = WSConstants.KEYTRANSPORT_RSAOAEP_XENC11;
    private String transportDigest = DigestMethod.SHA256;
    private String mask = WSConstants.MGF_SHA256;
    private int signatures = 1;
    private boolean encrypted = true;
    private final List<String> unsigned = new ArrayList<>();

    Sealing signer(String name) {
        signer = name;
        return this;
    }

    Sealing receiver(String name) {
        receiver = name;
        return this;
    }

    Sealing signature(String algorithm) {
        signature = algorithm;
        return this;
    }

    Sealing digest(String algorithm) {
        digest = algorithm;
        return this;
    }

    Sealing cipher(String algorithm) {
        cipher = algorithm;
        return this;
    }

    Sealing transport(String algorithm) {
        transport = algorithm;
        return this;
    }

    Sealing transportDigest(String algorithm) {
        transportDigest = algorithm;
        return this;
    }

    Sealing mask(String algorithm) {
        mask = algorithm;
        return this;
    }

    Sealing signedTwice() {
        signatures = 2;
        return this;
    }

    Sealing unencrypted() {
        encrypted = false;
        return this;
    }

    /** One of {@code Messaging}, {@code Body} and {@code cid:Attachments}. */
    Sealing unsigned(String part) {
        unsigned.add(part);
        return this;
    }

    void seal(Document envelope, Attachments attachments) throws WSSecurityException {
        WSSecHeader header = new WSSecHeader(envelope);
        header.setMustUnderstand(true);
        header.insertSecurityHeader();
        for (int i = 0; i < signatures; i++) {
            sign(header, attachments);
        }
        if (encrypted) {
            encrypt(header, attachments);
        }
    }

    private void sign(WSSecHeader header, Attachments attachments) throws WSSecurityException {
        WSSecSignature signing = new WSSecSignature(header);
        signing.setKeyIdentifierType(WSConstants.BST_DIRECT_REFERENCE);
        signing.setSignatureAlgorithm(signature);
        signing.setDigestAlgo(digest);
        signing.setSigCanonicalization(WSConstants.C14N_EXCL_OMIT_COMMENTS);
        signing.setUserInfo(signer, TestPki.PASSWORD);
        signing.setAttachmentCallbackHandler(attachments);
        Document envelope = header.getSecurityHeaderDoc();
        String soap = envelope.getDocumentElement().getNamespaceURI();
        List.of(element(envelope, EBMS, "Messaging"), element(envelope, soap, "Body"), allAttachments()).stream()
                .filter(part -> !unsigned.contains(part.getId()) && !unsigned.contains(part.getName()))
                .forEach(signing.getParts()::add);
        signing.build(TestPki.key(signer));
    }

    private static WSEncryptionPart element(Document envelope, String namespace, String name) {
        WSEncryptionPart part = new WSEncryptionPart(name, namespace, "Element");
        part.setElement(
                (Element) envelope.getElementsByTagNameNS(namespace, name).item(0));
        return part;
    }

    private static WSEncryptionPart allAttachments() {
        return new WSEncryptionPart("cid:Attachments", "Content");
    }

    private void encrypt(WSSecHeader header, Attachments attachments) throws WSSecurityException {
        WSSecEncrypt encrypting = new WSSecEncrypt(header);
        encrypting.setKeyIdentifierType(WSConstants.BST_DIRECT_REFERENCE);
        encrypting.setSymmetricEncAlgorithm(cipher);
        encrypting.setKeyEncAlgo(transport);
        encrypting.setDigestAlgorithm(transportDigest);
        encrypting.setMGFAlgorithm(mask);
        encrypting.setUserInfo(receiver);
        encrypting.setAttachmentCallbackHandler(attachments);
        encrypting.getParts().add(allAttachments());
        encrypting.build(
                TestPki.reader(receiver), KeyUtils.getKeyGenerator(cipher).generateKey());
    }
}
