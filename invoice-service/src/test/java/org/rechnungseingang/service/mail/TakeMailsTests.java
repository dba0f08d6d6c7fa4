package org.rechnungseingang.service.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.document.PdfExtraction;
import org.rechnungseingang.service.mail.Inbox.Listed;
import org.rechnungseingang.service.mail.MailTroubles.Cause;
import org.rechnungseingang.service.tenant.TenantId;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

class TakeMailsTests {

    private static final Instant ARRIVED = Instant.parse("2026-11-20T08:30:00Z");

    private final PdfExtraction pdfs = PdfExtraction.create();
    private final List<List<Long>> commits = new ArrayList<>();
    private final List<Long> failures = new ArrayList<>();

    @AfterEach
    void close() {
        pdfs.close();
    }

    @Test
    void storesSeveralInOneCommit() {
        TakeMails take = takeMails(uids -> {});

        open(take, 25);
        take.store();

        assertThat(commits).extracting(List::size).containsExactly(10, 10, 5);
        assertThat(take.done()).containsExactlyElementsOf(uids(25));
    }

    @Test
    void storesLargeOnesByThemselves() {
        TakeMails take = takeMails(uids -> {});
        byte[] large = Eml.about("Groß")
                .attach("a.bin", "application/octet-stream", new byte[3 << 20])
                .bytes();

        take.open(listed(1), large);
        take.open(listed(2), large);

        assertThat(commits).containsExactly(List.of(1L), List.of(2L));
    }

    @Test
    void keepsTheOthersWhenOneFails() {
        TakeMails take = takeMails(uids -> {
            if (uids.contains(3L)) {
                throw new DataIntegrityViolationException("a row is refused");
            }
        });

        open(take, 5);
        take.store();

        assertThat(take.done()).containsExactly(1L, 2L, 4L, 5L);
        assertThat(take.aside()).isEmpty();
        assertThat(failures).containsExactly(3L);
    }

    @Test
    void blamesNoMailForADeadlock() {
        TakeMails take = takeMails(uids -> {
            if (uids.size() > 1) {
                throw new CannotAcquireLockException("deadlock detected");
            }
        });

        open(take, 5);
        take.store();

        assertThat(take.done()).containsExactlyElementsOf(uids(5));
        assertThat(failures).isEmpty();
    }

    @Test
    void blamesNoMailForAMissingDatabase() {
        TakeMails take = takeMails(uids -> {
            throw new CannotGetJdbcConnectionException("no database");
        });
        open(take, 5);

        assertThatThrownBy(take::store).isInstanceOf(CannotGetJdbcConnectionException.class);

        assertThat(commits).hasSize(1);
        assertThat(take.done()).isEmpty();
        assertThat(failures).isEmpty();
    }

    private static void open(TakeMails take, int count) {
        uids(count)
                .forEach(uid -> take.open(
                        listed(uid),
                        Eml.about("Rechnung")
                                .attach("a.xml", "application/xml", Eml.invoice())
                                .bytes()));
    }

    private static List<Long> uids(int count) {
        return LongStream.rangeClosed(1, count).boxed().toList();
    }

    private static Listed listed(long uid) {
        return new Listed(uid, 1, ARRIVED);
    }

    // What the database says to each commit, in place of a database.
    private TakeMails takeMails(Consumer<List<Long>> database) {
        TakeMail take = new TakeMail(null, null, null, null, null) {
            @Override
            public int take(List<Arrived> arrived) {
                List<Long> uids = arrived.stream().map(mail -> mail.key().uid()).toList();
                commits.add(uids);
                database.accept(uids);
                return uids.size();
            }
        };
        MailTroubles troubles = new MailTroubles(null, null, null, Clock.systemUTC()) {
            @Override
            int failed(MailKey key, Instant receivedAt, Cause cause, String reason) {
                failures.add(key.uid());
                return 1;
            }

            @Override
            void setAside(MailKey key, OpenedMail header, Optional<byte[]> mail) {
                throw new AssertionError("too early");
            }
        };
        Watch watch = new Watch(new MailboxId(new TenantId(UUID.randomUUID()), "box"), "anstadt");
        MailStores stores = new MailStores(new UnpackMail(pdfs), take, null, troubles);
        return new TakeMails(watch, 5, stores, new SimpleMeterRegistry(), 1);
    }
}
