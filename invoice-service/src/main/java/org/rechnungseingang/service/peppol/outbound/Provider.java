package org.rechnungseingang.service.peppol.outbound;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Service providers as participants (OpenPeppol Service Provider Identification Scheme 1.0): what status messages go to. */
final class Provider {

    private static final String SCHEME = "0242:";

    /** The name in an access point's certificate. */
    private static final Pattern SEAT = Pattern.compile("P[A-Z]{2}([0-9]{6})");

    /** As the rules of the Message Level Status have it (SCH-MLS-09 and SCH-MLS-14). */
    private static final Pattern PARTICIPANT =
            Pattern.compile(SCHEME + "[0-9]{6}(-[0-9A-Z_]{3,12}(\\.[0-9A-Z\\-._~]{3,24})?)?");

    private Provider() {}

    /** The participant that the provider of this access point is; empty if its name is none of the network's. */
    static Optional<String> ofAccessPoint(String name) {
        Matcher seat = SEAT.matcher(name);
        return seat.matches() ? Optional.of(SCHEME + seat.group(1)) : Optional.empty();
    }

    /** Whether a participant is this provider, or a part of his that he has given a name of its own. */
    static boolean isOf(String participant, String provider) {
        return PARTICIPANT.matcher(participant).matches() && whole(participant).equals(provider);
    }

    /** The provider that a participant is a part of. */
    static String whole(String participant) {
        int part = participant.indexOf('-');
        return part < 0 ? participant : participant.substring(0, part);
    }
}
