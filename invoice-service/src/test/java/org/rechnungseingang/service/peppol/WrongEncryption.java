package org.rechnungseingang.service.peppol;

import static org.rechnungseingang.service.peppol.Texts.changed;
import static org.rechnungseingang.service.peppol.Texts.instead;
import static org.rechnungseingang.service.peppol.Wrong.wrong;
import static org.rechnungseingang.service.peppol.as4.EbmsError.FAILED_DECRYPTION;
import static org.rechnungseingang.service.peppol.as4.EbmsError.INVALID_HEADER;
import static org.rechnungseingang.service.peppol.as4.EbmsError.MIME_INCONSISTENCY;
import static org.rechnungseingang.service.peppol.as4.EbmsError.POLICY_NONCOMPLIANCE;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.wss4j.dom.WSConstants;

/** Encrypted for somebody else, by other algorithms, or broken since. */
final class WrongEncryption {

    private static final String OAEP = "<xenc:EncryptionMethod Algorithm=\"http://www.w3.org/2009/xmlenc11#rsa-oaep\">"
            + "<ds:DigestMethod xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\""
            + " Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/>"
            + "<xenc11:MGF xmlns:xenc11=\"http://www.w3.org/2009/xmlenc11#\""
            + " Algorithm=\"http://www.w3.org/2009/xmlenc11#mgf1sha256\"/></xenc:EncryptionMethod>";

    private WrongEncryption() {}

    static Stream<Wrong> all() {
        return Stream.of(otherAlgorithms(), otherContent(), otherElements()).flatMap(some -> some);
    }

    private static Stream<Wrong> otherAlgorithms() {
        return Stream.of(
                wrong("AES-256-GCM", POLICY_NONCOMPLIANCE, sealing(sealing -> sealing.cipher(WSConstants.AES_256_GCM))),
                wrong("AES-128-CBC", POLICY_NONCOMPLIANCE, sealing(sealing -> sealing.cipher(WSConstants.AES_128))),
                wrong(
                        "AES-256-GCM that is said to be AES-128-GCM",
                        FAILED_DECRYPTION,
                        message -> message.sealing(sealing -> sealing.cipher(WSConstants.AES_256_GCM))
                                .forged(WSConstants.AES_256_GCM, WSConstants.AES_128_GCM)),
                wrong(
                        "RSA 1.5",
                        POLICY_NONCOMPLIANCE,
                        sealing(sealing -> sealing.transport(WSConstants.KEYTRANSPORT_RSA15))),
                wrong(
                        "RSA 1.5 that is said to be OAEP",
                        FAILED_DECRYPTION,
                        message -> message.sealing(sealing -> sealing.transport(WSConstants.KEYTRANSPORT_RSA15))
                                .forged(instead("xenc:EncryptionMethod", method -> OAEP))),
                wrong(
                        "RSA-OAEP of 2001",
                        POLICY_NONCOMPLIANCE,
                        sealing(sealing -> sealing.transport(WSConstants.KEYTRANSPORT_RSAOAEP))),
                wrong(
                        "RSA-OAEP with SHA-1",
                        POLICY_NONCOMPLIANCE,
                        sealing(sealing -> sealing.transportDigest(WSConstants.SHA1))),
                wrong(
                        "RSA-OAEP with MGF1-SHA-1",
                        POLICY_NONCOMPLIANCE,
                        sealing(sealing -> sealing.mask(WSConstants.MGF_SHA1))));
    }

    private static Stream<Wrong> otherContent() {
        return Stream.of(
                wrong(
                        "for another certificate",
                        FAILED_DECRYPTION,
                        sealing(sealing -> sealing.receiver("other-sender"))),
                wrong(
                        "attachment changed",
                        FAILED_DECRYPTION,
                        message -> message.attachment(WrongEncryption::changedAt50)),
                wrong(
                        "attachment cut off",
                        FAILED_DECRYPTION,
                        message -> message.attachment(bytes -> Arrays.copyOf(bytes, bytes.length - 1))),
                wrong(
                        "attachment shorter than nonce and tag",
                        FAILED_DECRYPTION,
                        message -> message.attachment(bytes -> Arrays.copyOf(bytes, 27))),
                wrong("attachment empty", FAILED_DECRYPTION, message -> message.attachment(bytes -> new byte[0])),
                wrong(
                        "attachment longer",
                        FAILED_DECRYPTION,
                        message -> message.attachment(bytes -> Arrays.copyOf(bytes, bytes.length + 1))),
                wrong("key changed", FAILED_DECRYPTION, message -> message.forged(changed("xenc:CipherValue"))),
                wrong(
                        "key no Base64",
                        FAILED_DECRYPTION,
                        message -> message.forged(
                                instead("xenc:CipherValue", value -> "<xenc:CipherValue>A===</xenc:CipherValue>"))),
                wrong(
                        "key missing",
                        FAILED_DECRYPTION,
                        message -> message.forged(instead("xenc:CipherValue", value -> ""))));
    }

    private static Stream<Wrong> otherElements() {
        return Stream.of(
                wrong("not encrypted", POLICY_NONCOMPLIANCE, sealing(Sealing::unencrypted)),
                wrong(
                        "attachment not encrypted",
                        POLICY_NONCOMPLIANCE,
                        message -> message.forged(instead("xenc:EncryptedData", data -> ""))
                                .attachment(bytes ->
                                        AMessage.zipped(message.payload().getBytes(StandardCharsets.UTF_8)))),
                wrong(
                        "attachment encrypted twice",
                        POLICY_NONCOMPLIANCE,
                        message -> message.forged(instead("xenc:EncryptedData", data -> data + data))),
                wrong(
                        "two keys",
                        POLICY_NONCOMPLIANCE,
                        message -> message.forged(instead("xenc:EncryptedKey", key -> key + key))),
                wrong(
                        "key without method",
                        INVALID_HEADER,
                        message -> message.forged(instead("xenc:EncryptionMethod", method -> ""))),
                wrong(
                        "EncryptedData of an attachment that is not there",
                        MIME_INCONSISTENCY,
                        message -> message.forged(soap -> soap.replace(
                                "<xenc:CipherReference URI=\"cid:", "<xenc:CipherReference URI=\"cid:no-"))),
                wrong(
                        "EncryptedData of a part of this very envelope",
                        POLICY_NONCOMPLIANCE,
                        message -> message.forged(soap ->
                                soap.replace("<xenc:CipherReference URI=\"cid:", "<xenc:CipherReference URI=\"#"))),
                wrong(
                        "headers of the attachment encrypted too",
                        POLICY_NONCOMPLIANCE,
                        message -> message.forged("#Attachment-Content-Only", "#Attachment-Complete")));
    }

    private static byte[] changedAt50(byte[] bytes) {
        bytes[50] ^= 1;
        return bytes;
    }

    private static UnaryOperator<AMessage> sealing(Consumer<Sealing> otherwise) {
        return message -> message.sealing(otherwise);
    }
}
