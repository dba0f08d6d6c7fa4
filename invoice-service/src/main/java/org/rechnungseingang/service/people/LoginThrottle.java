package org.rechnungseingang.service.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down guessing, on all nodes alike: after a few failures a login from an address, or an address as a whole, has to
 * wait; the wait doubles with each further failure and is forgotten after a day. Unknown logins are treated the same, so
 * that the wait tells nothing.
 */
@Component
class LoginThrottle {

    private static final int FREE_PER_LOGIN = 5;
    private static final int FREE_PER_ADDRESS = 50;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final int DOUBLINGS_AT_MOST = 6;
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;
    private final Clock clock;

    LoginThrottle(JdbcClient jdbc, CurrentTenant tenant, Clock clock) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.clock = clock;
    }

    /** Whether this login from this address has to wait. */
    @Transactional(readOnly = true)
    public boolean waits(String login, String address) {
        return sources(login, address).entrySet().stream()
                .anyMatch(source -> waits(source.getKey(), source.getValue()));
    }

    /** Notes a failed login. */
    @Transactional
    public void failed(String login, String address) {
        Timestamp now = Timestamp.from(clock.instant());
        forgetOld();
        sources(login, address)
                .keySet()
                .forEach(source -> jdbc.sql("""
                        insert into login_failure (tenant, source, failures, last_at) values (?, ?, 1, ?)
                        on conflict (tenant, source) do update
                          set failures = login_failure.failures + 1, last_at = excluded.last_at""")
                        .params(tenant.required().value(), source, now)
                        .update());
    }

    /** Forgets the failures of a login that has succeeded; the address keeps its own. */
    @Transactional
    public void succeeded(String login, String address) {
        jdbc.sql("delete from login_failure where tenant = ? and source = ?")
                .params(tenant.required().value(), byLogin(login, address))
                .update();
    }

    private boolean waits(String source, int free) {
        return jdbc.sql("select failures, last_at from login_failure where tenant = ? and source = ?")
                .params(tenant.required().value(), source)
                .query((row, n) -> until(
                        row.getInt("failures") - free,
                        row.getTimestamp("last_at").toInstant()))
                .optional()
                .filter(until -> until.isAfter(clock.instant()))
                .isPresent();
    }

    private static Instant until(int beyond, Instant last) {
        return beyond < 0 ? last : last.plus(FIRST_WAIT.multipliedBy(1L << Math.min(beyond, DOUBLINGS_AT_MOST)));
    }

    private void forgetOld() {
        jdbc.sql("delete from login_failure where tenant = ? and last_at < ?")
                .params(
                        tenant.required().value(),
                        Timestamp.from(clock.instant().minus(FORGOTTEN_AFTER)))
                .update();
    }

    private static Map<String, Integer> sources(String login, String address) {
        return Map.of(byLogin(login, address), FREE_PER_LOGIN, "address " + address, FREE_PER_ADDRESS);
    }

    private static String byLogin(String login, String address) {
        String bounded = login.strip().toLowerCase(Locale.ROOT);
        return "login " + bounded.substring(0, Math.min(bounded.length(), 100)) + " " + address;
    }
}
