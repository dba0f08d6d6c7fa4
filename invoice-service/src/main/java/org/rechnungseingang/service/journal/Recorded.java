package org.rechnungseingang.service.journal;

/**
 * An event that the journal keeps. It is published inside the transaction that makes it true; the journal writes its
 * entry in the same transaction. The record's components are the payload; the simple name of its class is the kind.
 */
public interface Recorded {

    /** The case that this happened to. */
    CaseId caseId();

    /** Who did it. */
    Actor by();

    /** Whether the case came into being in the same transaction: then nobody else can have written about it yet. */
    default boolean begins() {
        return false;
    }
}
