package org.rechnungseingang.service.peppol.as4;

/** Text that may hold anything, made fit for a line of a log and for a person's eyes. */
public final class OneLine {

    private static final int LONGEST = 500;

    private OneLine() {}

    /** The text without control characters, and not longer than anybody reads. */
    public static String of(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
