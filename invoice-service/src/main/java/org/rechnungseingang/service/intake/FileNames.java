package org.rechnungseingang.service.intake;

/** The names that senders give their files. */
final class FileNames {

    private static final int LONGEST = 200;

    private FileNames() {}

    /** Only the last part of a path, without control and direction characters that could disguise it. */
    static String harmless(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "").strip();
        return clean.substring(0, Math.min(clean.length(), LONGEST));
    }
}
