package org.rechnungseingang.service.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every mail that was taken, and the cases that it brought. */
@Repository
public class Mails {

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;
    private final Clock clock;

    Mails(JdbcClient jdbc, CurrentTenant tenant, Clock clock) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.clock = clock;
    }

    /**
     * A mail that was taken.
     *
     * @param mailbox the mailbox's name in the configuration
     * @param receivedAt when it reached the town's mail server
     * @param sender who wrote it, as it says itself
     * @param subject its subject
     * @param original the whole mail in the archive
     * @param documents the numbers of the case's supporting documents that came first with this mail
     */
    public record Mail(
            String mailbox,
            Instant receivedAt,
            String sender,
            String subject,
            Sha256 original,
            List<Integer> documents) {

        /** Keeps its own copy of the list. */
        public Mail {
            documents = List.copyOf(documents);
        }
    }

    /** The mails that brought this case, first one first. */
    @Transactional(readOnly = true)
    public List<Mail> of(CaseId caseId) {
        return jdbc.sql("""
                        select m.*, array(
                          select d.number from mail_document d
                          where (d.tenant, d.mail, d.case_id) = (c.tenant, c.mail, c.case_id) order by d.number) as documents
                        from mail_case c join mail m on (m.tenant, m.id) = (c.tenant, c.mail)
                        where c.tenant = ? and c.case_id = ? order by m.received_at, m.stored_at""")
                .params(tenant.required().value(), caseId.value())
                .query((row, number) -> new Mail(
                        row.getString("mailbox"),
                        row.getTimestamp("received_at").toInstant(),
                        row.getString("sender"),
                        row.getString("subject"),
                        new Sha256(row.getString("original")),
                        List.of((Integer[]) row.getArray("documents").getArray())))
                .list();
    }

    /**
     * Whether a mail of this name was taken from any mailbox of the town.
     *
     * @param messageId its Message-ID, with the angle brackets
     */
    @Transactional(readOnly = true)
    public boolean hasCome(String messageId) {
        return jdbc.sql("select exists (select from mail where tenant = ? and message_id = ?)")
                .params(tenant.required().value(), messageId)
                .query(Boolean.class)
                .single();
    }

    /** Which of these were taken already. */
    @Transactional(readOnly = true)
    Set<Long> taken(String mailbox, long uidValidity, Collection<Long> uids) {
        return jdbc
                .sql("select uid from mail where tenant = ? and mailbox = ? and uid_validity = ? and uid = any (?)")
                .params(tenant.required().value(), mailbox, uidValidity, uids.toArray(Long[]::new))
                .query(Long.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** Notes a mail as taken, unless it is already: of two nodes at once the database lets one, and the other waits for it. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<UUID> add(MailKey key, Instant receivedAt, OpenedMail mail, Sha256 original) {
        return jdbc.sql("""
                        insert into mail
                          (tenant, id, mailbox, uid_validity, uid, original, message_id, received_at, stored_at, sender, subject)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (tenant, mailbox, uid_validity, uid) do nothing returning id""")
                .params(tenant.required().value(), UUID.randomUUID(), key.mailbox(), key.uidValidity(), key.uid())
                .params(original.hex())
                .param(mail.messageId().orElse(null))
                .params(Timestamp.from(receivedAt), Timestamp.from(clock.instant()))
                .params(mail.sender(), mail.subject())
                .query(UUID.class)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void brought(UUID mail, CaseId caseId) {
        jdbc.sql("insert into mail_case (tenant, mail, case_id) values (?, ?, ?) on conflict do nothing")
                .params(tenant.required().value(), mail, caseId.value())
                .update();
    }

    /** Notes which supporting documents of a case that it brought came with it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void brought(UUID mail, CaseId caseId, List<Integer> documents) {
        documents.forEach(
                number -> jdbc.sql("insert into mail_document (tenant, mail, case_id, number) values (?, ?, ?, ?)")
                        .params(tenant.required().value(), mail, caseId.value(), number)
                        .update());
    }
}
