package org.rechnungseingang.service.journal;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
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
        Optional<Last> last = event.begins() ? Optional.empty() : last(event.caseId());
        Link link = new Link(
                tenant.required(),
                event.caseId(),
                last.map(Last::number).orElse(0) + 1,
                kind(event),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                event.by().name(),
                Link.digest(salt, facts),
                last.map(Last::hash).orElseGet(Link::beginning));
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

    /**
     * Whether the case's history ends with the same already: the same facts by the same person, and after it only entries
     * of its kind. Whoever writes to the case meanwhile is waited for, so that of two who ask at once one is told no.
     *
     * @param event what would be recorded
     * @param within how long ago it may have been recorded
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean tells(Recorded event, Duration within) {
        waitForOthers(event.caseId());
        return jdbc.sql("""
                        select exists (
                          select 1 from journal_entry e
                          join journal_payload p on (p.tenant, p.case_id, p.number) = (e.tenant, e.case_id, e.number)
                          where e.tenant = :tenant and e.case_id = :case and e.kind = :kind
                            and e.at > :since and p.payload = :payload
                            and not exists (
                              select 1 from journal_entry later
                              where later.tenant = :tenant and later.case_id = :case
                                and later.number > e.number and later.kind <> :kind))""")
                .param("tenant", tenant.required().value())
                .param("case", event.caseId().value())
                .param("kind", kind(event))
                .param("since", Timestamp.from(clock.instant().minus(within)))
                .param("payload", payload.of(event))
                .query(Boolean.class)
                .single();
    }

    private static String kind(Recorded event) {
        return event.getClass().getSimpleName();
    }

    private void waitForOthers(CaseId caseId) {
        jdbc.sql("select wait_for_case(?, ?)")
                .params(tenant.required().value(), caseId.value())
                .query()
                .listOfRows();
    }

    private Optional<Last> last(CaseId caseId) {
        return jdbc.sql("select number, hash from last_journal_entry(?, ?)")
                .params(tenant.required().value(), caseId.value())
                .query((row, n) -> new Last(row.getInt("number"), row.getBytes("hash")))
                .optional();
    }

    private void write(Link link, byte[] salt, String facts) {
        jdbc.sql("""
                        with entry as (
                          insert into journal_entry
                            (tenant, case_id, number, kind, at, actor, payload_digest, previous, hash)
                          values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning tenant, case_id, number)
                        insert into journal_payload (tenant, case_id, number, salt, payload)
                        select tenant, case_id, number, ?, ? from entry""")
                .params(link.tenant().value(), link.caseId().value(), link.number(), link.kind())
                .params(Timestamp.from(link.at()), link.by(), link.payloadDigest(), link.previous(), link.hash())
                .params(salt, facts)
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
