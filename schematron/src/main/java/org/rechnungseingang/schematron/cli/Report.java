package org.rechnungseingang.schematron.cli;

import org.rechnungseingang.schematron.Shadow;
import org.rechnungseingang.schematron.Verdict;

/** Writes verdicts, one after the other. */
interface Report {

    void add(String file, Verdict verdict);

    /** The same with what the next version of the rules would find; a report may leave that out. */
    default void add(String file, Verdict verdict, Shadow shadow) {
        add(file, verdict);
    }
}
