package org.rechnungseingang.document;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.rechnungseingang.document.PdfExtractionResult.Encrypted;
import org.rechnungseingang.document.PdfExtractionResult.Found;
import org.rechnungseingang.document.PdfExtractionResult.Limit;
import org.rechnungseingang.document.PdfExtractionResult.NoInvoice;
import org.rechnungseingang.document.PdfExtractionResult.OverLimit;
import org.rechnungseingang.document.PdfExtractionResult.SeveralInvoices;
import org.rechnungseingang.document.PdfExtractionResult.Unreadable;

/**
 * How a result travels from the process that reads PDFs: one letter for its kind, then its parts with their lengths. The
 * text of the pages follows an invoice in a frame of its own.
 */
final class PdfExtractionFrame {

    private static final int MOST_NAMES = 1000;
    private static final int LONGEST_TEXT = 1000;
    private static final int MOST_BYTES_A_CHARACTER = 3;

    private PdfExtractionFrame() {}

    static void write(DataOutputStream out, PdfExtractionResult result) throws IOException {
        if (result instanceof Found found) {
            out.writeByte('F');
            text(out, found.name());
            out.writeInt(found.xml().length);
            out.write(found.xml());
        } else if (result instanceof SeveralInvoices several) {
            out.writeByte('S');
            List<String> names = several.names()
                    .subList(0, Math.min(MOST_NAMES, several.names().size()));
            out.writeInt(names.size());
            for (String name : names) {
                text(out, name);
            }
        } else if (result instanceof Unreadable unreadable) {
            out.writeByte('U');
            text(out, unreadable.reason());
        } else if (result instanceof OverLimit over) {
            out.writeByte('L');
            text(out, over.limit().name());
        } else {
            out.writeByte(result instanceof Encrypted ? 'E' : 'N');
        }
        out.flush();
    }

    /** Reads a result; the other side may have been taken over by what it read, so nothing it says is believed. */
    static PdfExtractionResult read(DataInputStream in, int mostBytes) throws IOException {
        return switch (in.readByte()) {
            case 'F' -> new Found(in.readUTF(), bytes(in, mostBytes));
            case 'S' -> new SeveralInvoices(names(in));
            case 'U' -> new Unreadable(in.readUTF());
            case 'L' -> new OverLimit(limit(in.readUTF()));
            case 'E' -> new Encrypted();
            case 'N' -> new NoInvoice();
            default -> throw new IOException("not an answer");
        };
    }

    static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte('T');
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    /** Reads the text of the pages. */
    static String readText(DataInputStream in) throws IOException {
        if (in.readByte() != 'T') {
            throw new IOException("not a text");
        }
        return new String(
                bytes(in, MOST_BYTES_A_CHARACTER * PdfExtractionText.MOST_CHARACTERS), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(DataInputStream in, int mostBytes) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > mostBytes) {
            throw new IOException("not a length: " + length);
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    private static List<String> names(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST_NAMES) {
            throw new IOException("not a count: " + count);
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(in.readUTF());
        }
        return names;
    }

    private static Limit limit(String name) throws IOException {
        try {
            return Limit.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new IOException(e);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        out.writeUTF(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
    }
}
