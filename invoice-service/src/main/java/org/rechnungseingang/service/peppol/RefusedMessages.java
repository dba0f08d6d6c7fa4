package org.rechnungseingang.service.peppol;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rechnungseingang.service.archive.Originals;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.peppol.as4.MessageRefused;
import org.rechnungseingang.service.peppol.as4.OpenedMessage;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Every AS4 message that was refused although its sender is believed and it was meant for the town. */
@Repository
public class RefusedMessages {

    private static final Duration SHOWN = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;
    private final Originals originals;
    private final Clock clock;

    RefusedMessages(JdbcClient jdbc, CurrentTenant tenant, Originals originals, Clock clock) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.originals = originals;
        this.clock = clock;
    }

    /**
     * A message that was refused.
     *
     * @param id its id here
     * @param messageId its name, made by its sender
     * @param accessPoint the sending access point, as its certificate names it
     * @param error the code that its sender got, {@code EBMS:0003}
     * @param reason why, in English, as its sender got it
     * @param envelope the SOAP part in the archive
     * @param payload the attachment in the archive, as it was signed
     * @param receivedAt when it arrived
     */
    public record Refused(
            UUID id,
            String messageId,
            String accessPoint,
            String error,
            String reason,
            Sha256 envelope,
            Sha256 payload,
            Instant receivedAt) {}

    /** How many there were in the last thirty days. */
    @Transactional(readOnly = true)
    public int count() {
        return jdbc.sql("select count(*) from as4_refusal where tenant = ? and received_at > ?")
                .params(tenant.required().value(), since())
                .query(Integer.class)
                .single();
    }

    /**
     * Those of the last thirty days, the last one first.
     *
     * @param most how many at most: an access point can send any number of them
     */
    @Transactional(readOnly = true)
    public List<Refused> latest(int most) {
        return jdbc.sql("""
                        select * from as4_refusal where tenant = ? and received_at > ?
                        order by received_at desc, id limit ?""")
                .params(tenant.required().value(), since(), most)
                .query(RefusedMessages::refused)
                .list();
    }

    /** One of them, however old. */
    @Transactional(readOnly = true)
    public Optional<Refused> of(UUID id) {
        return jdbc.sql("select * from as4_refusal where tenant = ? and id = ?")
                .params(tenant.required().value(), id)
                .query(RefusedMessages::refused)
                .optional();
    }

    /**
     * Keeps one.
     *
     * @param id the same each time that it is tried
     */
    @Transactional
    void keep(UUID id, OpenedMessage message, MessageRefused refusal, Instant receivedAt) {
        jdbc.sql("""
                        insert into as4_refusal
                          (tenant, id, message_id, access_point, error, reason, envelope, payload, received_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict do nothing""")
                .params(tenant.required().value(), id, message.header().messageId())
                .params(message.signerName(), refusal.error().code(), refusal.reason())
                .params(originals.keep(message.envelope().bytes()).hex())
                .params(originals.keep(message.payload().bytes().toBytes()).hex())
                .params(Timestamp.from(receivedAt))
                .update();
    }

    private Timestamp since() {
        return Timestamp.from(clock.instant().minus(SHOWN));
    }

    private static Refused refused(ResultSet row, int number) throws SQLException {
        return new Refused(
                row.getObject("id", UUID.class),
                row.getString("message_id"),
                row.getString("access_point"),
                row.getString("error"),
                row.getString("reason"),
                new Sha256(row.getString("envelope").strip()),
                new Sha256(row.getString("payload").strip()),
                row.getTimestamp("received_at").toInstant());
    }
}
