package org.rechnungseingang.service.peppol.as4;

import static org.rechnungseingang.service.peppol.as4.EbmsError.FAILED_DECRYPTION;
import static org.rechnungseingang.service.peppol.as4.EbmsError.POLICY_NONCOMPLIANCE;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.spec.MGF1ParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.w3c.dom.Element;

/**
 * Opens the attachments of a message (XML Encryption 1.1, WSS SOAP with Attachments 1.1): AES-128-GCM under a key that is
 * sealed with RSA-OAEP. An attachment is opened from file to file in one go: through a stream the JDK would gather all of
 * it in memory first.
 */
final class Decryption {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int KEY_BYTES = 16;

    private final List<OwnKey> keys;

    Decryption(List<OwnKey> keys) {
        this.keys = keys;
    }

    /** The attachments in clear, by their content ids; each of those that came must be encrypted. */
    Map<String, Attached> open(SecurityHeader header, Map<String, Attached> encrypted) {
        // Before the key is looked at, which would be of another length.
        header.encryptedData().forEach(Decryption::holdAlgorithm);
        Key key = sessionKey(header.encryptedKey());
        Map<String, Attached> open = new HashMap<>();
        for (Element data : header.encryptedData()) {
            String id = contentId(data);
            Attached attached = Optional.ofNullable(encrypted.get(id))
                    .orElseThrow(() -> new MessageRefused(
                            EbmsError.MIME_INCONSISTENCY, "There is no attachment with Content-ID " + id));
            Spool clear = decrypted(attached.bytes().buffer(), key);
            MessageRefused.unless(
                    Optional.ofNullable(open.put(id, new Attached(mimeType(data, attached), clear)))
                            .isEmpty(),
                    POLICY_NONCOMPLIANCE,
                    "An attachment is encrypted twice");
        }
        MessageRefused.unless(
                open.keySet().equals(encrypted.keySet()), POLICY_NONCOMPLIANCE, "Not every attachment is encrypted");
        return open;
    }

    private static String mimeType(Element data, Attached attached) {
        String named = data.getAttributeNS(null, "MimeType");
        return named.isEmpty() ? attached.mimeType() : named;
    }

    private static void holdAlgorithm(Element data) {
        String algorithm = Nodes.required(data, Names.XENC, "EncryptionMethod").getAttributeNS(null, "Algorithm");
        MessageRefused.unless(
                algorithm.equals(Names.AES_128_GCM),
                POLICY_NONCOMPLIANCE,
                "Attachments are encrypted with AES-128-GCM, not " + algorithm);
    }

    private static String contentId(Element data) {
        String uri = Nodes.child(data, Names.XENC, "CipherData")
                .flatMap(cipher -> Nodes.child(cipher, Names.XENC, "CipherReference"))
                .map(reference -> reference.getAttributeNS(null, "URI"))
                .orElse("");
        MessageRefused.unless(
                uri.startsWith("cid:") && data.getAttributeNS(null, "Type").equals(Names.ATTACHMENT_CONTENT_ONLY),
                POLICY_NONCOMPLIANCE,
                "Only the content of attachments is encrypted");
        return ContentIds.ofReference(uri);
    }

    private Key sessionKey(Element encryptedKey) {
        Element method = Nodes.required(encryptedKey, Names.XENC, "EncryptionMethod");
        MessageRefused.unless(
                isOaepWithSha256(method),
                POLICY_NONCOMPLIANCE,
                "The key is sealed with RSA-OAEP, SHA-256 and MGF1-SHA-256");
        byte[] sealed =
                base64(Nodes.textOf(Nodes.required(encryptedKey, Names.XENC, "CipherData"), Names.XENC, "CipherValue"));
        OAEPParameterSpec padding = new OAEPParameterSpec(
                "SHA-256",
                "MGF1",
                MGF1ParameterSpec.SHA256,
                new PSource.PSpecified(base64(Nodes.textOf(method, Names.XENC, "OAEPparams"))));
        return keys.stream()
                .flatMap(own -> unsealed(own, sealed, padding).stream())
                .findFirst()
                .orElseThrow(() -> new MessageRefused(
                        FAILED_DECRYPTION, "The message is not encrypted for a certificate of this access point"));
    }

    private static boolean isOaepWithSha256(Element method) {
        return method.getAttributeNS(null, "Algorithm").equals(Names.RSA_OAEP)
                && algorithm(method, Names.DS, "DigestMethod").equals(Names.SHA256)
                && algorithm(method, Names.XENC11, "MGF").equals(Names.MGF1_SHA256);
    }

    private static String algorithm(Element method, String namespace, String name) {
        return Nodes.child(method, namespace, name)
                .map(found -> found.getAttributeNS(null, "Algorithm"))
                .orElse("");
    }

    private static Optional<Key> unsealed(OwnKey own, byte[] sealed, OAEPParameterSpec padding) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(Cipher.UNWRAP_MODE, own.key(), padding);
            return Optional.of(cipher.unwrap(sealed, "AES", Cipher.SECRET_KEY))
                    .filter(key -> key.getEncoded().length == KEY_BYTES);
        } catch (GeneralSecurityException e) {
            // Sealed for another certificate, or broken: which of them is nobody's business.
            return Optional.empty();
        }
    }

    private static Spool decrypted(ByteBuffer encrypted, Key key) {
        int size = encrypted.remaining() - NONCE_BYTES - TAG_BYTES;
        MessageRefused.unless(size >= 0, FAILED_DECRYPTION, "An attachment is cut off");
        byte[] nonce = new byte[NONCE_BYTES];
        encrypted.get(nonce);
        return Spool.written(size, clear -> decrypt(encrypted, clear, key, nonce));
    }

    private static void decrypt(ByteBuffer encrypted, ByteBuffer clear, Key key, byte[] nonce) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(Byte.SIZE * TAG_BYTES, nonce));
            cipher.doFinal(encrypted, clear);
        } catch (GeneralSecurityException e) {
            throw new MessageRefused(
                    FAILED_DECRYPTION, "An attachment does not fit its key: it was changed or cut off", e);
        }
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new MessageRefused(FAILED_DECRYPTION, "The encrypted key is no Base64", e);
        }
    }
}
