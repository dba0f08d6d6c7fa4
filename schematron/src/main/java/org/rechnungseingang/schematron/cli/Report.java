package org.rechnungseingang.schematron.cli;

/** Writes verdicts, one after the other. */
interface Report {

    void add(String file, Checked checked);

    /** Says that a file could not even be read. */
    default void unread(String file, String reason) {}

    /** There are no more. */
    default void end() {}
}
