package org.rechnungseingang.schematron.cli;

import java.util.regex.Pattern;

/** Makes text from outside fit to be shown: it must not steer a terminal, nor turn the direction of what stands beside it. */
final class Printable {

    private static final Pattern BREAK = Pattern.compile("\\R");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private Printable() {}

    /** Line breaks become a sign for them, tabs a blank, all else that cannot be seen the replacement character. */
    static String of(String text) {
        String line = BREAK.matcher(text).replaceAll("\u23ce").replace('\t', ' ');
        return UNSEEN.matcher(line).replaceAll("\ufffd");
    }
}
