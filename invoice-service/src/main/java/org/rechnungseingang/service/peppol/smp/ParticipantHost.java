package org.rechnungseingang.service.peppol.smp;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rechnungseingang.service.peppol.as4.BusinessDocument.Identifier;

/**
 * The name of a participant in the directory (Policy for use of Identifiers 4.4.0, 7): SHA-256 of his identifier in small
 * letters, without the scheme, in Base32 without padding; then the scheme, then the zone.
 */
final class ParticipantHost {

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int DIGITS = 52;
    private static final int BITS_OF_DIGIT = 5;
    // 52 digits have four bits more than a digest, which are zero at its end.
    private static final int PADDING = DIGITS * BITS_OF_DIGIT - 256;

    private ParticipantHost() {}

    static String of(Identifier participant, String zone) {
        return base32(digest(participant.value().toLowerCase(Locale.ROOT))) + "."
                + participant.scheme().toLowerCase(Locale.ROOT) + "." + zone;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base32(byte[] digest) {
        BigInteger bits = new BigInteger(1, digest).shiftLeft(PADDING);
        return IntStream.range(0, DIGITS)
                .map(digit -> bits.shiftRight((DIGITS - 1 - digit) * BITS_OF_DIGIT)
                        .and(BigInteger.valueOf(31))
                        .intValue())
                .mapToObj(value -> BASE_32.substring(value, value + 1))
                .collect(Collectors.joining());
    }
}
