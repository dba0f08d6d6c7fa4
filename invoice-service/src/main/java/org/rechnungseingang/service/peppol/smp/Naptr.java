package org.rechnungseingang.service.peppol.smp;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A record of the directory (RFC 3403, U-NAPTR of RFC 4848): {@code 100 10 U Meta:SMP !.*!https://smp.example.org! .}
 *
 * @param expression a pattern, and what a name is replaced by that it matches
 */
record Naptr(int order, int preference, String flags, String service, String expression) {

    private static final Pattern RECORD = Pattern.compile("(\\d{1,5}) (\\d{1,5}) (\\S+) (\\S+) (\\S+) \\S+");

    // SML 1.3.0: the name is always replaced as a whole. No expression from outside is ever run.
    private static final Pattern WHOLE =
            Pattern.compile("(?<mark>[^\\\\.^$*])\\^?\\.\\*\\$?\\k<mark>(?<by>((?!\\k<mark>)[^\\\\])+)\\k<mark>i?");

    /** The address of the publisher that the records lead to; empty if none is about publishers. */
    static Optional<String> publisher(List<String> records, String host) {
        return records.stream()
                .flatMap(text -> of(text).stream())
                .filter(record ->
                        record.flags().equalsIgnoreCase("U") && record.service().equalsIgnoreCase("Meta:SMP"))
                .min(Comparator.comparingInt(Naptr::order).thenComparingInt(Naptr::preference))
                .map(record -> record.replaced(host));
    }

    /** As the JDK writes it; a text with spaces would be quoted and in pieces, and is none of ours. */
    private static Optional<Naptr> of(String text) {
        Matcher found = RECORD.matcher(text);
        return found.matches()
                ? Optional.of(new Naptr(
                        Integer.parseInt(found.group(1)),
                        Integer.parseInt(found.group(2)),
                        found.group(3),
                        found.group(4),
                        found.group(5)))
                : Optional.empty();
    }

    private String replaced(String host) {
        Matcher found = WHOLE.matcher(expression);
        LookupFailed.unless(
                found.matches(), "The directory's record at " + host + " names no whole address: " + expression);
        return found.group("by");
    }
}
