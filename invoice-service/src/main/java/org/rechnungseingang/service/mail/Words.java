package org.rechnungseingang.service.mail;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** The words in a mail's header, in whatever way they were encoded. */
final class Words {

    private static final int LONGEST = 500;

    private Words() {}

    /** Encoded words (RFC 2047) and UTF-8 as it is (RFC 6532) in characters; what cannot be decoded stays as it stands. */
    static String decoded(String header) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(plain(header)));
        } catch (UnsupportedEncodingException | RuntimeException e) {
            return header;
        }
    }

    // The mail library takes each byte of a header for a character.
    private static String plain(String header) {
        if (header.chars().allMatch(c -> c < 0x80) || header.chars().anyMatch(c -> c > 0xff)) {
            return header;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(header.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return header;
        }
    }

    /** Fit for a row and for people: without control and direction characters, and not too long. */
    static String bounded(String text) {
        String clean =
                text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]", "").strip();
        return clean.substring(
                0, clean.offsetByCodePoints(0, Math.min(clean.codePointCount(0, clean.length()), LONGEST)));
    }

    /** As much as can be had of base64 that is not whole. */
    static byte[] fromBrokenBase64(byte[] travelled) {
        byte[] digits = new byte[travelled.length];
        int length = 0;
        for (byte b : travelled) {
            if (b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '+' || b == '/') {
                digits[length++] = b;
            }
        }
        return Base64.getDecoder().decode(Arrays.copyOf(digits, length % 4 == 1 ? length - 1 : length));
    }
}
