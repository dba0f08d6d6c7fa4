package org.rechnungseingang.service.peppol;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Makes a message as heavy as it may get: its invoice has an attachment that cannot be compressed. */
public final class HeavyMessage {

    private static final String NEXT = "<cac:AccountingSupplierParty>";
    private static final String CONTENT = "{content}";
    private static final String ATTACHMENT = "<cac:AdditionalDocumentReference><cbc:ID>Plan</cbc:ID><cac:Attachment>"
            + "<cbc:EmbeddedDocumentBinaryObject mimeCode=\"application/pdf\" filename=\"Plan.pdf\">" + CONTENT
            + "</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>";
    private static final byte[] PIECE = new byte[1 << 20];

    static {
        Arrays.fill(PIECE, (byte) 'A');
    }

    private HeavyMessage() {}

    /** A message whose invoice has an attachment of so many MiB, which takes at least as much on the wire. */
    public static AMessage of(int mebibytes) {
        return AMessage.aMessage()
                .carries(NEXT, ATTACHMENT + NEXT)
                .packed(document -> packed(new String(document, StandardCharsets.UTF_8), mebibytes));
    }

    // Never as one text: it would be there several times over.
    private static byte[] packed(String document, int mebibytes) {
        int content = document.indexOf(CONTENT);
        ByteArrayOutputStream out = new ByteArrayOutputStream((mebibytes + 1) << 20);
        try (GZIPOutputStream zip = new Stored(out)) {
            zip.write(document.substring(0, content).getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < mebibytes; i++) {
                zip.write(PIECE);
            }
            zip.write(document.substring(content + CONTENT.length()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Packs without making smaller, as it is with what was compressed before. */
    private static final class Stored extends GZIPOutputStream {

        Stored(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.NO_COMPRESSION);
        }
    }
}
