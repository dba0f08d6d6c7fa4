package org.rechnungseingang.invoice;

import java.util.Optional;
import org.rechnungseingang.document.Document;

/** The files inside an invoice (BT-125), read from the document when they are wanted and not before. */
public final class Attachments {

    private Attachments() {}

    /** The bytes of the attachment; empty if its text is not Base64 or the document has no such attachment. */
    public static Optional<byte[]> read(Document document, Attachment attachment) {
        EmbeddedFile file = new EmbeddedFile(attachment.position());
        document.parse(file);
        return file.content();
    }
}
