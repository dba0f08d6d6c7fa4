package org.rechnungseingang.service.peppol;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.rechnungseingang.service.archive.Originals;
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
            """;

    private final As4Messages messages;
    private final Originals originals;

    MessageEvidence(As4Messages messages, Originals originals) {
        this.messages = messages;
        this.originals = originals;
    }

    /** The evidence of a message as a ZIP file; the same each time. */
    public byte[] of(As4Messages.Message message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, message, "envelope.xml", originals.read(message.envelope()));
            add(zip, message, "payload.bin", originals.read(message.payload()));
            add(zip, message, "receipt.xml", messages.receipt(message));
            add(zip, message, "README.txt", EXPLANATION.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, As4Messages.Message message, String name, byte[] content)
            throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(message.receivedAt().atOffset(ZoneOffset.UTC).toLocalDateTime());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
