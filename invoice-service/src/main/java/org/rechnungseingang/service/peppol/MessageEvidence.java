package org.rechnungseingang.service.peppol;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.rechnungseingang.service.archive.Originals;
import org.rechnungseingang.service.journal.CaseId;
import org.springframework.stereotype.Component;

/** What proves years later that a message came as it did, for anybody to verify without this service. */
@Component
public class MessageEvidence {

    private static final String EXPLANATION = """
            envelope.xml  SOAP-Umschlag, wie er ankam, mit Signatur und Zertifikat des sendenden Access Points
                          SOAP envelope as it arrived, with signature and certificate of the sending access point
            payload.bin   Anhang, entschlüsselt: genau diese Bytes sind signiert (SHA-256 in ds:Reference cid:…);
                          meist mit gzip gepackt, darin das Standard Business Document mit der Rechnung
                          attachment, decrypted: exactly these bytes are signed (SHA-256 in ds:Reference cid:…);
                          mostly packed with gzip, in it the Standard Business Document with the invoice
            receipt.xml   unsere signierte AS4-Quittung, wie sie gesendet wurde
                          our signed AS4 receipt as it was sent
            status…       unsere Statusmeldung (Message Level Status), wenn es eine gibt: Dokument, SOAP-Umschlag, Anhang und
                          die signierte AS4-Quittung des anderen Access Points
                          our Message Level Status, if there is one: document, SOAP envelope, attachment and the signed
                          AS4 receipt of the other access point
            """;

    private final As4Messages messages;
    private final Originals originals;
    private final MoreEvidence more;

    MessageEvidence(As4Messages messages, Originals originals, MoreEvidence more) {
        this.messages = messages;
        this.originals = originals;
        this.more = more;
    }

    /** The evidence of a message and of its case as a ZIP file; the same each time once a status message has arrived. */
    public byte[] of(As4Messages.Message message, CaseId caseId) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("envelope.xml", originals.read(message.envelope()));
        files.put("payload.bin", originals.read(message.payload()));
        files.put("receipt.xml", messages.receipt(message));
        files.putAll(more.about(caseId, message.instanceId()));
        files.put("README.txt", EXPLANATION.getBytes(StandardCharsets.UTF_8));
        return zip(files, message.receivedAt());
    }

    /** The SOAP part of a message that was refused: who wrote to whom, signed, without the document. */
    public byte[] of(RefusedMessages.Refused message) {
        return originals.read(message.envelope());
    }

    private static byte[] zip(Map<String, byte[]> files, Instant at) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(at.atOffset(ZoneOffset.UTC).toLocalDateTime());
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
