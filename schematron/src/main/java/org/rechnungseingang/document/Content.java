package org.rechnungseingang.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

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

    /** A mail as it travels: header fields, then its body (RFC 5322). */
    MAIL,

    /** Readable text without the shape of XML: CSV, plain text, HTML. */
    TEXT,

    /** No bytes, or nothing but white space. */
    EMPTY,

    /** None of these. */
    UNKNOWN;

    /** PDF readers look for the mark within the first kilobyte. */
    private static final int PDF_WINDOW = 1024;

    private static final int TEXT_WINDOW = 8192;

    private static final Pattern FIELD = Pattern.compile("[!-9;-~]{1,76}:[ \\t\\r\\n]");
    private static final Pattern BODY = Pattern.compile("\\n\\r?\\n");
    private static final List<String> MARKS_OF_MAIL =
            List.of("\nfrom:", "\ndate:", "\nreceived:", "\nmessage-id:", "\nmime-version:", "\nreturn-path:");

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
        if (isMail(head)) {
            return MAIL;
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

    // RFC 5322 wants a sender and a date; no file of another kind begins with such lines.
    private static boolean isMail(String head) {
        if (!FIELD.matcher(head).lookingAt()) {
            return false;
        }
        String fields = BODY.split("\n" + head, 2)[0].toLowerCase(Locale.ROOT);
        return MARKS_OF_MAIL.stream().filter(fields::contains).count() >= 2;
    }

    private static boolean isText(int character) {
        return character >= ' ' || character == '\t' || character == '\n' || character == '\r' || character == '\f';
    }
}
