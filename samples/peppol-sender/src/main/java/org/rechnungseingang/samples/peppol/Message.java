package org.rechnungseingang.samples.peppol;

import java.nio.file.Path;
import java.util.UUID;

/**
 * An invoice on its way.
 *
 * @param id of the AS4 message; the same twice is the same message
 * @param envelope the instance identifier of the business envelope (SBDH)
 */
record Message(Path file, Route route, String id, String envelope) {

    /** An id as phase4 makes them. */
    static String newId() {
        return UUID.randomUUID() + "@phase4";
    }
}
