package org.rechnungseingang.service.peppol.smp;

import org.rechnungseingang.service.peppol.as4.BusinessDocument.Identifier;

/** Finds where a participant receives a document type in a process. */
public interface Lookup {

    /**
     * Finds it.
     *
     * @throws LookupFailed if he does not receive it, or it cannot be found out
     */
    Endpoint find(Identifier participant, Identifier documentType, Identifier process);

    /** Forgets what it has found before: who refuses a message may have moved. Most remember nothing. */
    default void forget(Identifier participant, Identifier documentType, Identifier process) {}
}
