package org.rechnungseingang.schematron.cli;

import org.rechnungseingang.schematron.Verdict;

/** Writes verdicts, one after the other. */
interface Report {

    void add(String file, Verdict verdict);
}
