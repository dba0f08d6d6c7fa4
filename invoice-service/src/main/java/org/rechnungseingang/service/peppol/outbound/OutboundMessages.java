package org.rechnungseingang.service.peppol.outbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.peppol.outbound.OutboundMessage.Delivery;
import org.rechnungseingang.service.peppol.outbound.OutboundMessage.Kind;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What this access point has had to say, and what of it has arrived. */
@Repository
public class OutboundMessages {

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;
    private final Clock clock;

    OutboundMessages(JdbcClient jdbc, CurrentTenant tenant, Clock clock) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.clock = clock;
    }

    /** All about this case, first one first. */
    @Transactional(readOnly = true)
    public List<OutboundMessage> of(CaseId caseId) {
        return jdbc.sql("select * from outbound_message where tenant = ? and case_id = ? order by number")
                .params(tenant.required().value(), caseId.value())
                .query(OutboundMessages::message)
                .list();
    }

    /** The one of this number about this case. */
    @Transactional(readOnly = true)
    public Optional<OutboundMessage> of(CaseId caseId, int number) {
        return of(caseId).stream().filter(message -> message.number() == number).findFirst();
    }

    /** Adds one that has yet to be delivered. */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(OutboundMessage message) {
        jdbc.sql("""
                        insert into outbound_message
                          (tenant, id, case_id, number, kind, answers, code, receiver, instance_id, document,
                           to_provider, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        tenant.required().value(),
                        message.id(),
                        message.caseId().value(),
                        message.number())
                .params(message.kind().name(), message.answers(), message.code(), message.receiver())
                .params(message.instanceId(), message.document().hex())
                .param(message.toProvider().map(Sha256::hex).orElse(null))
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    /** Notes the proof; whether there was none yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean deliver(OutboundMessage message, Delivery delivery) {
        return jdbc.sql("""
                                update outbound_message
                                set message_id = ?, access_point = ?, envelope = ?, payload = ?, receipt = ?, delivered_at = ?
                                where tenant = ? and id = ? and delivered_at is null""")
                        .params(delivery.messageId(), delivery.accessPoint())
                        .params(
                                delivery.envelope().hex(),
                                delivery.payload().hex(),
                                delivery.receipt(),
                                Timestamp.from(delivery.at()))
                        .params(tenant.required().value(), message.id())
                        .update()
                == 1;
    }

    /** Keeps the signed error that it was answered with. */
    @Transactional(propagation = Propagation.MANDATORY)
    void refuse(OutboundMessage message, byte[] error) {
        jdbc.sql("update outbound_message set refusal = ? where tenant = ? and id = ? and delivered_at is null")
                .params(error, tenant.required().value(), message.id())
                .update();
    }

    private static OutboundMessage message(ResultSet row, int number) throws SQLException {
        return new OutboundMessage(
                row.getObject("id", UUID.class),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getInt("number"),
                Kind.valueOf(row.getString("kind")),
                row.getString("answers"),
                row.getString("code"),
                row.getString("receiver"),
                row.getString("instance_id"),
                new Sha256(row.getString("document")),
                Optional.ofNullable(row.getString("to_provider")).map(Sha256::new),
                Optional.ofNullable(row.getBytes("refusal")),
                delivery(row));
    }

    private static Optional<Delivery> delivery(ResultSet row) throws SQLException {
        if (row.getTimestamp("delivered_at") == null) {
            return Optional.empty();
        }
        return Optional.of(new Delivery(
                row.getString("message_id"),
                row.getString("access_point"),
                new Sha256(row.getString("envelope")),
                new Sha256(row.getString("payload")),
                row.getBytes("receipt"),
                row.getTimestamp("delivered_at").toInstant()));
    }
}
