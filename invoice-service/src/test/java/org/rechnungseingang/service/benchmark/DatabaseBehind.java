package org.rechnungseingang.service.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A look into the service's own PostgreSQL: asking it for one number costs the machine less than asking the service. */
final class DatabaseBehind implements AutoCloseable {

    private final ProcessHandle server;
    private final SingleConnectionDataSource connection;
    private final JdbcClient database;
    private long asked;

    private DatabaseBehind(ProcessHandle server, SingleConnectionDataSource connection) {
        this.server = server;
        this.connection = connection;
        this.database = JdbcClient.create(connection);
    }

    /** The one whose data are in that directory. */
    static DatabaseBehind of(Path directory) {
        try (InputStream secrets = Files.newInputStream(directory.resolve("secrets.properties"))) {
            Properties passwords = new Properties();
            passwords.load(secrets);
            // Process id, data directory, start time, port.
            List<String> postmaster = Files.readAllLines(directory.resolve("cluster/postmaster.pid"));
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl("jdbc:postgresql://127.0.0.1:" + postmaster.get(3).strip() + "/rechnungseingang");
            source.setUser("postgres");
            source.setPassword(passwords.getProperty("postgres"));
            return new DatabaseBehind(
                    ProcessHandle.of(Long.parseLong(postmaster.get(0).strip())).orElseThrow(),
                    new SingleConnectionDataSource(source.getConnection(), true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many rows a table has. */
    long count(String table) {
        asked++;
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }

    /** How many cases are at their office's desk. */
    long assigned() {
        return count("invoice_case where station = 'ASSIGNED'");
    }

    /** What the service has made it do so far. */
    Written written() {
        asked++;
        return database.sql("""
                        select xact_commit - :own as transactions, pg_current_wal_insert_lsn() - '0/0' as log
                        from pg_stat_database where datname = current_database()""")
                .param("own", asked)
                .query((row, n) -> new Written(row.getLong("transactions"), row.getLong("log")))
                .single();
    }

    /**
     * What a database has done.
     *
     * @param transactions ended, those that only read included
     * @param log bytes written ahead
     */
    record Written(long transactions, long log) {

        void printSince(Written before, double mails) {
            System.out.printf(
                    "PostgreSQL: %.1f transactions a mail, %.0f KiB of log%n",
                    (transactions - before.transactions) / mails, (log - before.log) / 1024.0 / mails);
        }
    }

    ProcessHandle process() {
        return server;
    }

    @Override
    public void close() {
        connection.destroy();
    }
}
