package org.rechnungseingang.service.peppol;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.peppol.as4.BusinessDocument.Scope;
import org.rechnungseingang.service.peppol.as4.OpenedMessage;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every AS4 message that was taken, with its evidence: what was signed, and the AS4 receipt that answered it. */
@Repository
public class As4Messages {

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;
    private final Clock clock;

    As4Messages(JdbcClient jdbc, CurrentTenant tenant, Clock clock) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.clock = clock;
    }

    /**
     * A message that was taken.
     *
     * @param id its id here
     * @param messageId its name, made by its sender
     * @param accessPoint the sending access point, as its certificate names it
     * @param sender participant who sent, {@code 0088:…}
     * @param receiver participant who received
     * @param instanceId the name of the envelope inside
     * @param statusTo whom the sender wants told what becomes of it ({@code MLS_TO}), else empty
     * @param statusType when he wants that ({@code MLS_TYPE}), else empty
     * @param idReused whether another envelope had come under that name before
     * @param envelope the SOAP part in the archive
     * @param payload the attachment in the archive, as it was signed: mostly compressed
     * @param receivedAt when it arrived
     */
    public record Message(
            UUID id,
            String messageId,
            String accessPoint,
            String sender,
            String receiver,
            String instanceId,
            String statusTo,
            String statusType,
            boolean idReused,
            Sha256 envelope,
            Sha256 payload,
            Instant receivedAt) {}

    /** The messages that brought this case, first one first. */
    @Transactional(readOnly = true)
    public List<Message> of(CaseId caseId) {
        return jdbc.sql("select * from as4_message where tenant = ? and case_id = ? order by received_at, stored_at")
                .params(tenant.required().value(), caseId.value())
                .query(As4Messages::message)
                .list();
    }

    /** One of the messages that brought this case. */
    @Transactional(readOnly = true)
    public Optional<Message> of(CaseId caseId, UUID id) {
        return jdbc.sql("select * from as4_message where tenant = ? and case_id = ? and id = ?")
                .params(tenant.required().value(), caseId.value(), id)
                .query(As4Messages::message)
                .optional();
    }

    /** Whether a message of this name was taken. */
    @Transactional(readOnly = true)
    public boolean hasCome(String messageId) {
        return jdbc.sql("select exists (select from as4_message where tenant = ? and message_id = ?)")
                .params(tenant.required().value(), messageId)
                .query(Boolean.class)
                .single();
    }

    /** The AS4 receipt that answered it, as it was sent. */
    @Transactional(readOnly = true)
    public byte[] receipt(Message message) {
        return jdbc.sql("select receipt from as4_message where tenant = ? and id = ?")
                .params(tenant.required().value(), message.id())
                .query(byte[].class)
                .single();
    }

    /** The AS4 receipt that answered this very message, if it has been here. */
    @Transactional(readOnly = true)
    Optional<byte[]> receipt(OpenedMessage message) {
        return jdbc.sql("select receipt from as4_message where tenant = ? and message_id = ? and signature = ?")
                .params(tenant.required().value(), message.header().messageId(), signature(message))
                .query(byte[].class)
                .optional();
    }

    /** Notes the envelope's name; whether there was none with it, or the same one. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean isOwnName(Arrival arrival) {
        String name = arrival.document().instanceId();
        String content = arrival.content().hex();
        int added =
                jdbc.sql("""
                        insert into business_envelope (tenant, instance_id, content) values (?, ?, ?)
                        on conflict do nothing""").params(tenant.required().value(), name, content).update();
        // A statement of its own sees what the other transaction has committed while the first one waited for it.
        return added == 1
                || jdbc.sql("select content from business_envelope where tenant = ? and instance_id = ?")
                        .params(tenant.required().value(), name)
                        .query(String.class)
                        .single()
                        .equals(content);
    }

    /**
     * Keeps what is known of a message.
     *
     * @throws org.springframework.dao.DuplicateKeyException if another transaction has taken the same one
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(Arrival arrival, boolean idReused, Sha256 envelope, Sha256 payload, CaseId caseId) {
        jdbc.sql("""
                        insert into as4_message
                          (tenant, id, message_id, signature, access_point, sender, receiver, document_type, process,
                           instance_id, mls_to, mls_type, id_reused, envelope, payload, case_id, sent_at, received_at, stored_at, receipt)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        tenant.required().value(),
                        UUID.randomUUID(),
                        arrival.header().messageId())
                .params(signature(arrival.message()), arrival.message().signerName())
                .params(
                        arrival.document().sender().value(),
                        arrival.document().receiver().value())
                .params(arrival.header().action(), arrival.header().service().value())
                .params(arrival.document().instanceId(), scope(arrival, "MLS_TO"), scope(arrival, "MLS_TYPE"))
                .params(idReused, envelope.hex(), payload.hex(), caseId.value())
                .params(Timestamp.from(arrival.header().timestamp()), Timestamp.from(arrival.receivedAt()))
                .params(Timestamp.from(clock.instant()), arrival.receipt())
                .update();
    }

    private static String scope(Arrival arrival, String type) {
        return arrival.document().scope(type).map(Scope::value).orElse("");
    }

    private static String signature(OpenedMessage message) {
        return Sha256.of(message.signatureValue().getBytes(StandardCharsets.US_ASCII))
                .hex();
    }

    private static Message message(ResultSet row, int number) throws SQLException {
        return new Message(
                row.getObject("id", UUID.class),
                row.getString("message_id"),
                row.getString("access_point"),
                row.getString("sender"),
                row.getString("receiver"),
                row.getString("instance_id"),
                row.getString("mls_to"),
                row.getString("mls_type"),
                row.getBoolean("id_reused"),
                new Sha256(row.getString("envelope")),
                new Sha256(row.getString("payload")),
                row.getTimestamp("received_at").toInstant());
    }
}
