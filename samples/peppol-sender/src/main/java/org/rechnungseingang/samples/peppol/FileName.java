package org.rechnungseingang.samples.peppol;

/** A name for a file from an id that somebody else has chosen. */
final class FileName {

    private FileName() {}

    static String of(String id) {
        return id.replaceAll("[^A-Za-z0-9@._-]", "_").replaceAll("^\\.+", "_");
    }
}
