package org.rechnungseingang.document;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What received bytes are, told by the bytes themselves and never by a name or a declared type. */
public enum Content {

    /** Starts like XML, in whatever encoding; whether it is well-formed is another question. */
    XML,

    /** A PDF file, with or without an invoice inside. */
    PDF,

    /** A PNG picture. */
    PNG,

    /** A JPEG picture. */
    JPEG,

    /** A ZIP container: office files of today (XLSX, ODS, DOCX …) and archives. */
    ZIP,

    /** Readable text without the shape of XML: CSV, plain text, HTML. */
    TEXT,

    /** No bytes, or nothing but white space. */
    EMPTY,

    /** None of these. */
    UNKNOWN;

    /** PDF readers look for the mark within the first kilobyte. */
    private static final int PDF_WINDOW = 1024;

    private static final int TEXT_WINDOW = 8192;

    /** Tells what the bytes are. */
    public static Content of(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, TEXT_WINDOW), StandardCharsets.ISO_8859_1);
        if (Encoding.stripMark(head).isBlank()) {
            return EMPTY;
        }
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
            return ZIP;
        }
        return xmlOrPdf(head);
    }

    private static Content xmlOrPdf(String head) {
        if (Encoding.sniff(head) != Encoding.EIGHT_BIT) {
            return XML;
        }
        String text = Encoding.stripMark(head).stripLeading();
        if (text.startsWith("<") && !isHtml(text)) {
            return XML;
        }
        if (head.substring(0, Math.min(head.length(), PDF_WINDOW)).contains("%PDF-")) {
            return PDF;
        }
        return head.chars().allMatch(Content::isText) ? TEXT : UNKNOWN;
    }

    private static boolean isHtml(String text) {
        String start = text.substring(0, Math.min(text.length(), 20)).toLowerCase(Locale.ROOT);
        return start.startsWith("<html") || start.startsWith("<!doctype html");
    }

    private static boolean isText(int character) {
        return character >= ' ' || character == '\t' || character == '\n' || character == '\r' || character == '\f';
    }
}
