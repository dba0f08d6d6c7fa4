package org.rechnungseingang.service.portal;

import java.util.regex.Pattern;

/** Text that somebody else wrote, made fit to be read: what could disguise it is shown instead of obeyed. */
public final class Received {

    /** Characters that turn the direction of writing: "\\u202Efdp.exe" would read as "exe.pdf". */
    private static final Pattern TURNING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    /** Control characters that no reader can see; line breaks and tabs are allowed. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    private Received() {}

    /** The same text with a replacement character in place of each character that could disguise it. */
    public static String text(String text) {
        String straight = TURNING.matcher(text).replaceAll("\uFFFD");
        return UNSEEN.matcher(straight.replace("\r\n", "\n")).replaceAll("\uFFFD");
    }
}
