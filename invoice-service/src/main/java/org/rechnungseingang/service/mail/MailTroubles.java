package org.rechnungseingang.service.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rechnungseingang.service.archive.Originals;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.work.LeftLying;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mails that could not be taken. One that was set aside lies in the mailbox's folder for that; whoever moves it back
 * to the inbox has it tried again. A row stays when a person has seen to it, and says who that was.
 */
@Repository
public class MailTroubles implements LeftLying {

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

    /** Why a mail could not be taken. */
    public enum Cause {
        /** It is larger than allowed, and was not even fetched. */
        TOO_LARGE,
        /** It breaks another bound: parts, attachments, mails within mails. */
        BREAKS_A_BOUND,
        /** Its server does not give it out. */
        WITHHELD,
        /** Reading it failed here. */
        NOT_READABLE
    }

    /**
     * A mail that could not be taken.
     *
     * @param id its id
     * @param mailbox the mailbox's name in the configuration
     * @param uidValidity of its inbox when the mail lay there
     * @param uid of the mail in the inbox
     * @param attempts how often it was tried
     * @param cause why it failed the last time
     * @param reason the same with its figures, in German
     * @param setAside whether it is given up and lies in the folder for that
     * @param receivedAt when it reached the town's mail server
     * @param sender who wrote it, as it says itself; empty where that could not be read
     * @param subject its subject, likewise
     * @param original the whole mail in the archive, where the server gave it out
     * @param lastAt when it was tried last
     */
    public record Trouble(
            UUID id,
            String mailbox,
            long uidValidity,
            long uid,
            int attempts,
            Cause cause,
            String reason,
            boolean setAside,
            Instant receivedAt,
            String sender,
            String subject,
            Optional<Sha256> original,
            Instant lastAt) {}

    /**
     * The mails that a person has to look at, oldest first.
     *
     * @param most how many at most: whoever likes can send any number of them
     */
    @Transactional(readOnly = true)
    public List<Trouble> setAside(int most) {
        return jdbc.sql("""
                        select * from mail_trouble where tenant = ? and set_aside and settled_at is null
                        order by last_at, id limit ?""")
                .params(tenant.required().value(), most)
                .query(MailTroubles::trouble)
                .list();
    }

    @Override
    public String place() {
        return "mailsSetAside";
    }

    @Override
    @Transactional(readOnly = true)
    public int count() {
        return jdbc.sql("select count(*) from mail_trouble where tenant = ? and set_aside and settled_at is null")
                .param(tenant.required().value())
                .query(Integer.class)
                .single();
    }

    /**
     * Notes that somebody has seen to it: it is no longer listed. The mail itself stays where it is, and so do its kept
     * bytes.
     *
     * @return the mail as it was listed, or empty if it is not any more (somebody else was quicker)
     */
    @Transactional
    public Optional<Trouble> settle(UUID id, Actor by) {
        return jdbc.sql("""
                        update mail_trouble set settled_by = ?, settled_account = ?, settled_at = ?
                        where tenant = ? and id = ? and set_aside and settled_at is null returning *""")
                .param(by.name())
                .param(by.account().orElse(null))
                .params(Timestamp.from(clock.instant()), tenant.required().value(), id)
                .query(MailTroubles::trouble)
                .optional();
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
    int failed(MailKey key, Instant receivedAt, Cause cause, String reason) {
        return jdbc.sql("""
                        insert into mail_trouble
                          (tenant, mailbox, uid_validity, uid, id, attempts, cause, reason, set_aside, received_at, last_at)
                        values (?, ?, ?, ?, ?, 1, ?, ?, false, ?, ?)
                        on conflict (tenant, mailbox, uid_validity, uid) do update
                          set attempts = mail_trouble.attempts + 1, cause = excluded.cause, reason = excluded.reason,
                            last_at = excluded.last_at
                        returning attempts""")
                .params(tenant.required().value(), key.mailbox(), key.uidValidity(), key.uid())
                .params(UUID.randomUUID(), cause.name(), Words.bounded(reason))
                .params(Timestamp.from(receivedAt), Timestamp.from(clock.instant()))
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

    /** They are taken after all. What a person has noted about them stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    void over(List<MailKey> keys) {
        jdbc.sql("""
                        delete from mail_trouble t
                        using unnest(?::text[], ?::bigint[], ?::bigint[]) as k (mailbox, uid_validity, uid)
                        where t.tenant = ? and (t.mailbox, t.uid_validity, t.uid) = (k.mailbox, k.uid_validity, k.uid)
                          and t.settled_at is null""")
                .param(keys.stream().map(MailKey::mailbox).toArray(String[]::new))
                .param(keys.stream().map(MailKey::uidValidity).toArray(Long[]::new))
                .param(keys.stream().map(MailKey::uid).toArray(Long[]::new))
                .param(tenant.required().value())
                .update();
    }

    private static Trouble trouble(ResultSet row, int number) throws SQLException {
        return new Trouble(
                row.getObject("id", UUID.class),
                row.getString("mailbox"),
                row.getLong("uid_validity"),
                row.getLong("uid"),
                row.getInt("attempts"),
                Cause.valueOf(row.getString("cause")),
                row.getString("reason"),
                row.getBoolean("set_aside"),
                row.getTimestamp("received_at").toInstant(),
                row.getString("sender"),
                row.getString("subject"),
                Optional.ofNullable(row.getString("original")).map(Sha256::new),
                row.getTimestamp("last_at").toInstant());
    }
}
