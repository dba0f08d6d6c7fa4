package org.rechnungseingang.service.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The memory of logins in the database; within the caller's transaction. */
@Repository
class LoginsInDatabase implements LoginMemory {

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;

    LoginsInDatabase(JdbcClient jdbc, CurrentTenant tenant) {
        this.jdbc = jdbc;
        this.tenant = tenant;
    }

    @Override
    public Optional<Failures> failures(String source) {
        return jdbc.sql("select level, last_at from login_failure where tenant = ? and source = ?")
                .params(town(), source)
                .query(LoginsInDatabase::failures)
                .optional();
    }

    @Override
    public void change(String source, UnaryOperator<Failures> change) {
        // The change that changes nothing locks the row, and tells what is in it.
        Failures before = jdbc.sql("""
                        insert into login_failure (tenant, source, level, last_at) values (?, ?, ?, ?)
                        on conflict (tenant, source) do update set source = excluded.source
                        returning level, last_at""")
                .params(town(), source, Failures.NONE.level(), Timestamp.from(Failures.NONE.last()))
                .query(LoginsInDatabase::failures)
                .single();
        Failures after = change.apply(before);
        jdbc.sql("update login_failure set level = ?, last_at = ? where tenant = ? and source = ?")
                .params(after.level(), Timestamp.from(after.last()), town(), source)
                .update();
    }

    @Override
    public void forget(String source) {
        jdbc.sql("delete from login_failure where tenant = ? and source = ?")
                .params(town(), source)
                .update();
    }

    @Override
    public void forgetFailuresBefore(Instant then) {
        jdbc.sql("delete from login_failure where tenant = ? and last_at < ?")
                .params(town(), Timestamp.from(then))
                .update();
    }

    @Override
    public boolean isKnown(String login, Network network) {
        return jdbc.sql("select exists (select from login_network where tenant = ? and login = ? and network = ?)")
                .params(town(), login, network.text())
                .query(Boolean.class)
                .single();
    }

    @Override
    public void know(String login, Network network, Instant now) {
        // Programs log in every few seconds: once a day is noted.
        jdbc.sql("""
                        insert into login_network as known (tenant, login, network, last_at) values (?, ?, ?, ?)
                        on conflict (tenant, login, network) do update set last_at = excluded.last_at
                          where known.last_at < excluded.last_at - interval '1 day'""").params(town(), login, network.text(), Timestamp.from(now)).update();
    }

    @Override
    public void forgetKnownBefore(Instant then) {
        jdbc.sql("delete from login_network where tenant = ? and last_at < ?")
                .params(town(), Timestamp.from(then))
                .update();
    }

    private UUID town() {
        return tenant.required().value();
    }

    private static Failures failures(ResultSet row, int number) throws SQLException {
        return new Failures(row.getDouble("level"), row.getTimestamp("last_at").toInstant());
    }
}
