package org.rechnungseingang.document;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The families of encodings that XML 1.0, appendix F tells apart by the first four bytes. */
enum Encoding {
    /** UTF-8 and everything else that writes ASCII characters as single bytes. */
    EIGHT_BIT,
    UTF_16_BE,
    UTF_16_LE,
    UTF_32,
    EBCDIC;

    /** A declaration longer than this is no declaration but an attempt to hide one. */
    private static final int DECLARATION_WINDOW = 1024;

    private static final Pattern DECLARATION = Pattern.compile(
            "<\\?xml\\s+version\\s*=\\s*[\"']([^\"']*)[\"'](?:\\s+encoding\\s*=\\s*[\"']([^\"']*)[\"'])?[^>]*\\?>");

    private static final Pattern READABLE =
            Pattern.compile("UTF-8|UTF-16(?:[BL]E)?|(?:US-)?ASCII|ISO-8859-[0-9]{1,2}|WINDOWS-125[0-9]");

    /** Tells the family; head holds each byte as one character. */
    static Encoding sniff(String head) {
        if (head.startsWith("\u0000\u0000") || startsWithWideLittle(head) || head.startsWith("\u0000<\u0000\u0000")) {
            return UTF_32;
        }
        if (head.startsWith("\u004c\u006f\u00a7\u0094")) {
            return EBCDIC;
        }
        if (head.startsWith("\u00fe\u00ff") || head.startsWith("\u0000<")) {
            return UTF_16_BE;
        }
        return head.startsWith("\u00ff\u00fe") || head.startsWith("<\u0000") ? UTF_16_LE : EIGHT_BIT;
    }

    private static boolean startsWithWideLittle(String head) {
        return head.startsWith("\u00ff\u00fe\u0000\u0000")
                || head.startsWith("\u00fe\u00ff\u0000\u0000")
                || head.startsWith("<\u0000\u0000\u0000");
    }

    /** The head without UTF-8's byte order mark. */
    static String stripMark(String head) {
        return head.startsWith("\u00ef\u00bb\u00bf") ? head.substring(3) : head;
    }

    /** Why a document with that head is not read, or empty if its encoding and version are fine. */
    static Optional<Refusal> refusalOf(String head) {
        Encoding encoding = sniff(head);
        if (encoding == UTF_32) {
            return Optional.of(Refusal.UTF_32);
        }
        if (encoding == EBCDIC) {
            return Optional.of(Refusal.EBCDIC);
        }
        String text = encoding == EIGHT_BIT ? stripMark(head) : narrow(head);
        return text.startsWith("<?xml") && text.length() > 5 && Character.isWhitespace(text.charAt(5))
                ? refusalOfDeclaration(text.substring(0, Math.min(text.length(), DECLARATION_WINDOW)))
                : Optional.empty();
    }

    private static Optional<Refusal> refusalOfDeclaration(String text) {
        Matcher declaration = DECLARATION.matcher(text);
        if (!declaration.lookingAt()) {
            return Optional.of(Refusal.DECLARATION);
        }
        if (!"1.0".equals(declaration.group(1))) {
            return Optional.of(Refusal.VERSION);
        }
        return Optional.ofNullable(declaration.group(2))
                .filter(name -> !READABLE.matcher(name.toUpperCase(Locale.ROOT)).matches())
                .map(Encoding::refusalOfName);
    }

    private static Refusal refusalOfName(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (upper.contains("32") || upper.contains("UCS-4")) {
            return Refusal.UTF_32;
        }
        return upper.startsWith("IBM") || upper.startsWith("CP") || upper.startsWith("EBCDIC")
                ? Refusal.EBCDIC
                : Refusal.ENCODING;
    }

    private static String narrow(String head) {
        return head.replace("\u0000", "").replaceFirst("^(?:\u00ff\u00fe|\u00fe\u00ff)", "");
    }
}
