package org.rechnungseingang.service.mail;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Counts the lines of a mail that could be lines of a header, before the mail library makes an object of each: twenty
 * megabytes of them would take a gigabyte.
 */
final class HeaderLines {

    private static final int MOST = 30_000;
    private static final int MOST_IN_ONE_HEADER = 2_000;

    private final byte[] mail;
    private boolean inHeader = true;
    private boolean nested;
    private int lines;
    private int all;

    private HeaderLines(byte[] mail) {
        this.mail = mail;
    }

    /** Throws {@link MailRefused} where there are too many. */
    static void hold(byte[] mail) {
        new HeaderLines(mail).count();
    }

    private void count() {
        int start = 0;
        while (start < mail.length) {
            int end = start;
            while (end < mail.length && mail[end] != '\n' && mail[end] != '\r') {
                end++;
            }
            line(start, end);
            start = end + 1 < mail.length && mail[end] == '\r' && mail[end + 1] == '\n' ? end + 2 : end + 1;
        }
    }

    private void line(int start, int end) {
        if (end - start >= 2 && mail[start] == '-' && mail[start + 1] == '-') {
            // It may begin a part, and a part begins with a header.
            begin();
            hold(++all <= MOST);
        } else if (inHeader && end == start) {
            // A mail within the mail begins with a header of its own.
            boolean another = nested;
            begin();
            inHeader = another;
        } else if (inHeader) {
            nested |= nests(start, end);
            hold(++lines <= MOST_IN_ONE_HEADER && ++all <= MOST);
        }
    }

    private void begin() {
        inHeader = true;
        nested = false;
        lines = 0;
    }

    private boolean nests(int start, int end) {
        return new String(mail, start, Math.min(end - start, 998), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT)
                .contains("message/");
    }

    private static void hold(boolean kept) {
        if (!kept) {
            throw new MailRefused("Die E-Mail hat zu viele Kopfzeilen.");
        }
    }
}
