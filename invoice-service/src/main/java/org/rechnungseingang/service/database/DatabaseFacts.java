package org.rechnungseingang.service.database;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the service runs on, for the start-up message and the health page.
 *
 * @param version PostgreSQL's version, such as {@code 18.6}
 * @param url the JDBC address, without a password
 * @param applicationRole the role that the service works as; it owns no table
 * @param directory where the own PostgreSQL keeps its data; empty for the operator's server
 * @param durability the settings that keep what was committed
 */
public record DatabaseFacts(
        String version, String url, String applicationRole, Optional<Path> directory, Durability durability) {

    /** Whether the service started this PostgreSQL itself. */
    public boolean own() {
        return directory.isPresent();
    }
}
