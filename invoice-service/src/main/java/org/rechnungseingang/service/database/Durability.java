package org.rechnungseingang.service.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The three settings on which "acknowledged is kept" rests, as {@code SHOW} gives them to the service's own login. */
public record Durability(String fsync, String fullPageWrites, String synchronousCommit) {

    static Durability of(JdbcClient database) {
        return database.sql("""
                        SELECT current_setting('fsync'), current_setting('full_page_writes'),
                               current_setting('synchronous_commit')""")
                .query((row, number) -> new Durability(row.getString(1), row.getString(2), row.getString(3)))
                .single();
    }

    /** Whether a power failure loses nothing that was committed. */
    public boolean complete() {
        // Any value of synchronous_commit but "off" waits for the local disk ("local", "on", "remote_…").
        return fsync.equals("on") && fullPageWrites.equals("on") && !synchronousCommit.equals("off");
    }

    @Override
    public String toString() {
        return "fsync=%s, full_page_writes=%s, synchronous_commit=%s"
                .formatted(fsync, fullPageWrites, synchronousCommit);
    }
}
