package org.rechnungseingang.service.journal;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The history of every case. Entries are only ever added; the application's login cannot change or delete them. */
@Repository
public class Journal {

    private static final int SALT_BYTES = 16;

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;
    private final Payload payload;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Journal(JdbcClient jdbc, CurrentTenant tenant, Payload payload, Clock clock) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.payload = payload;
        this.clock = clock;
    }

    /** Adds the event to its case's chain, in the transaction that makes it true. */
    @EventListener
    @Order(0)
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Recorded event) {
        String facts = payload.of(event);
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Optional<Last> last = last(event.caseId());
        Link link = new Link(
                tenant.required(),
                event.caseId(),
                last.map(Last::number).orElse(0) + 1,
                event.getClass().getSimpleName(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                event.by().name(),
                Link.digest(salt, facts),
                last.map(Last::hash).orElseGet(Link::beginning));
        write(link);
        write(link, salt, facts);
    }

    /** The history of a case, first entry first. */
    @Transactional(readOnly = true)
    public List<Entry> of(CaseId caseId) {
        return jdbc.sql("""
                        select e.case_id, e.number, e.kind, e.at, e.actor, e.hash, coalesce(p.payload, '') as payload
                        from journal_entry e
                        left join journal_payload p
                          on (p.tenant, p.case_id, p.number) = (e.tenant, e.case_id, e.number)
                        where e.tenant = ? and e.case_id = ?
                        order by e.number""")
                .params(tenant.required().value(), caseId.value())
                .query(Journal::entry)
                .list();
    }

    // Two transactions on one case wait for each other here; else both would take the same number and one be refused.
    private Optional<Last> last(CaseId caseId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(caseId.toString())
                .query()
                .listOfRows();
        return jdbc.sql("""
                        select number, hash from journal_entry
                        where tenant = ? and case_id = ? order by number desc limit 1""")
                .params(tenant.required().value(), caseId.value())
                .query((row, n) -> new Last(row.getInt("number"), row.getBytes("hash")))
                .optional();
    }

    private void write(Link link) {
        jdbc.sql("""
                        insert into journal_entry
                          (tenant, case_id, number, kind, at, actor, payload_digest, previous, hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(link.tenant().value(), link.caseId().value(), link.number(), link.kind())
                .params(Timestamp.from(link.at()), link.by(), link.payloadDigest(), link.previous(), link.hash())
                .update();
    }

    private void write(Link link, byte[] salt, String facts) {
        jdbc.sql("insert into journal_payload (tenant, case_id, number, salt, payload) values (?, ?, ?, ?, ?)")
                .params(link.tenant().value(), link.caseId().value(), link.number(), salt, facts)
                .update();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        Instant at = row.getTimestamp("at").toInstant();
        return new Entry(
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getInt("number"),
                row.getString("kind"),
                at,
                row.getString("actor"),
                row.getString("payload"),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }

    private record Last(int number, byte[] hash) {}
}
