package org.rechnungseingang.service.peppol.as4;

import static org.rechnungseingang.service.peppol.as4.EbmsError.OTHER;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings an XML document into UTF-8, in which Peppol wants it anyway. */
final class Utf8 {

    private static final int HEAD = 200;
    private static final int MOST_TO_CHANGE = 20 << 20;
    private static final Pattern DECLARATION =
            Pattern.compile("^<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"'][^>]*\\?>");
    private static final Pattern START = Pattern.compile("^\\s*<[^\\x00]");
    private static final Set<String> ALREADY = Set.of("utf-8", "us-ascii");

    private Utf8() {}

    static Spool of(Spool document) {
        ByteBuffer head = document.buffer();
        byte[] first = new byte[Math.min(HEAD, head.remaining())];
        head.get(first);
        Charset charset = charset(first);
        if (ALREADY.contains(charset.name().toLowerCase(Locale.ROOT))) {
            return document;
        }
        MessageRefused.unless(
                document.size() <= MOST_TO_CHANGE, OTHER, "A payload of more than 20 MiB is in UTF-8, not " + charset);
        String text = new String(document.toBytes(), charset);
        return Spool.of(DECLARATION
                .matcher(text.startsWith("\ufeff") ? text.substring(1) : text)
                .replaceFirst("")
                .getBytes(StandardCharsets.UTF_8));
    }

    private static Charset charset(byte[] head) {
        if (head.length > 1 && (head[0] == (byte) 0xfe || head[0] == (byte) 0xff)) {
            return StandardCharsets.UTF_16;
        }
        String start = new String(head, StandardCharsets.UTF_8);
        String declaration = start.startsWith("\ufeff") ? start.substring(1) : start;
        // The parser would find one farther behind, or guess it.
        MessageRefused.unless(
                START.matcher(declaration).find() && (!declaration.startsWith("<?xml") || declaration.contains("?>")),
                OTHER,
                "The payload begins with something else than XML, or with a declaration that is too long");
        Matcher declared = DECLARATION.matcher(declaration);
        try {
            return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new MessageRefused(OTHER, "The payload's encoding is not known: " + declared.group(1), e);
        }
    }
}
