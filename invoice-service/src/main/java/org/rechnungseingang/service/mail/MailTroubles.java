package org.rechnungseingang.service.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.rechnungseingang.service.archive.Originals;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mails that could not be taken. One that was set aside lies in the mailbox's folder for that; whoever moves it back
 * to the inbox has it tried again.
 */
@Repository
public class MailTroubles {

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;
    private final Originals originals;
    private final Clock clock;

    MailTroubles(JdbcClient jdbc, CurrentTenant tenant, Originals originals, Clock clock) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.originals = originals;
        this.clock = clock;
    }

    /**
     * A mail that could not be taken.
     *
     * @param mailbox the mailbox's name in the configuration
     * @param uidValidity of its inbox when the mail lay there
     * @param uid of the mail in the inbox
     * @param attempts how often it was tried
     * @param reason why it failed the last time, for people
     * @param setAside whether it is given up and lies in the folder for that
     * @param receivedAt when it reached the town's mail server
     * @param sender who wrote it, as it says itself; empty where that could not be read
     * @param subject its subject, likewise
     * @param original the whole mail in the archive, where the server gave it out
     * @param lastAt when it was tried last
     */
    public record Trouble(
            String mailbox,
            long uidValidity,
            long uid,
            int attempts,
            String reason,
            boolean setAside,
            Instant receivedAt,
            String sender,
            String subject,
            Optional<Sha256> original,
            Instant lastAt) {}

    /** The mails that a person has to look at, newest first. */
    @Transactional(readOnly = true)
    public List<Trouble> setAside() {
        return jdbc.sql("select * from mail_trouble where tenant = ? and set_aside order by last_at desc")
                .param(tenant.required().value())
                .query(MailTroubles::trouble)
                .list();
    }

    /** A person has seen to it: it is no longer listed. The mail itself stays where it is, and so do its kept bytes. */
    @Transactional
    public boolean settle(String mailbox, long uidValidity, long uid) {
        return jdbc.sql("""
                                delete from mail_trouble
                                where tenant = ? and mailbox = ? and uid_validity = ? and uid = ? and set_aside""")
                        .params(tenant.required().value(), mailbox, uidValidity, uid)
                        .update()
                == 1;
    }

    @Transactional(readOnly = true)
    List<Trouble> of(String mailbox, long uidValidity, Collection<Long> uids) {
        return jdbc.sql("""
                        select * from mail_trouble
                        where tenant = ? and mailbox = ? and uid_validity = ? and uid = any (?)""")
                .params(tenant.required().value(), mailbox, uidValidity, uids.toArray(Long[]::new))
                .query(MailTroubles::trouble)
                .list();
    }

    /** Counts one more failure and returns how many there were. */
    @Transactional
    int failed(MailKey key, Instant receivedAt, String reason) {
        return jdbc.sql("""
                        insert into mail_trouble
                          (tenant, mailbox, uid_validity, uid, attempts, reason, set_aside, received_at, last_at)
                        values (?, ?, ?, ?, 1, ?, false, ?, ?)
                        on conflict (tenant, mailbox, uid_validity, uid) do update
                          set attempts = mail_trouble.attempts + 1, reason = excluded.reason, last_at = excluded.last_at
                        returning attempts""")
                .params(tenant.required().value(), key.mailbox(), key.uidValidity(), key.uid())
                .params(Words.bounded(reason), Timestamp.from(receivedAt), Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
    }

    /** Gives a mail up that has failed, and keeps what there is of it. */
    @Transactional
    void setAside(MailKey key, OpenedMail header, Optional<byte[]> mail) {
        jdbc.sql("""
                        update mail_trouble set set_aside = true, sender = ?, subject = ?, original = ?
                        where tenant = ? and mailbox = ? and uid_validity = ? and uid = ?""")
                .params(header.sender(), header.subject())
                .param(mail.map(originals::keep).map(Sha256::hex).orElse(null))
                .params(tenant.required().value(), key.mailbox(), key.uidValidity(), key.uid())
                .update();
    }

    @Transactional
    void over(MailKey key) {
        jdbc.sql("delete from mail_trouble where tenant = ? and mailbox = ? and uid_validity = ? and uid = ?")
                .params(tenant.required().value(), key.mailbox(), key.uidValidity(), key.uid())
                .update();
    }

    private static Trouble trouble(ResultSet row, int number) throws SQLException {
        return new Trouble(
                row.getString("mailbox"),
                row.getLong("uid_validity"),
                row.getLong("uid"),
                row.getInt("attempts"),
                row.getString("reason"),
                row.getBoolean("set_aside"),
                row.getTimestamp("received_at").toInstant(),
                row.getString("sender"),
                row.getString("subject"),
                Optional.ofNullable(row.getString("original")).map(Sha256::new),
                row.getTimestamp("last_at").toInstant());
    }
}
