package org.rechnungseingang.service.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/** PostgreSQL's release; the service is written for 15 to 18. */
record ServerVersion(int major, String text) {

    private static final int OLDEST = 15;
    private static final int NEWEST = 18;

    /** Asks the server, and refuses a release that nobody has tried. */
    static ServerVersion check(JdbcClient database) {
        ServerVersion found = database.sql(
                        "SELECT current_setting('server_version_num')::int / 10000, current_setting('server_version')")
                .query((row, number) -> new ServerVersion(row.getInt(1), row.getString(2)))
                .single();
        return found.supported();
    }

    /** This release, if the service may run on it. */
    ServerVersion supported() {
        if (major < OLDEST || major > NEWEST) {
            throw Refusals.version(text);
        }
        return this;
    }
}
