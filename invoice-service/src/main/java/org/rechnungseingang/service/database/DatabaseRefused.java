package org.rechnungseingang.service.database;

import java.io.Serial;

/** The service does not start on this database; says why and what to do, in German and in English. */
final class DatabaseRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String remedy;

    DatabaseRefused(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    DatabaseRefused(String reason, String remedy, Throwable cause) {
        super(reason, cause);
        this.remedy = remedy;
    }

    /** What the operator can do about it. */
    String remedy() {
        return remedy;
    }
}
