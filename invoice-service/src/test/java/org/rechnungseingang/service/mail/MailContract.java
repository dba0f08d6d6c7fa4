package org.rechnungseingang.service.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.archive.Originals;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.SupportingDocuments;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Journal;
import org.rechnungseingang.service.mail.MailTroubles.Cause;
import org.rechnungseingang.service.mail.MailTroubles.Trouble;
import org.rechnungseingang.service.town.Behind;
import org.rechnungseingang.service.town.Towns;
import org.rechnungseingang.service.way.Wire;
import org.springframework.beans.factory.annotation.Autowired;

/** What a mailbox must be good for, whatever server it is on. */
abstract class MailContract {

    private static final String TOWN = "anstadt";
    private static final Instant ARRIVED = Instant.parse("2026-11-20T08:30:00Z");
    private static final String DONE = "Verarbeitet";
    private static final String ASIDE = "Beiseite";

    // Of a machine that is busy with other things.
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(Integer.getInteger("mail.patience", 60));

    @Autowired
    private MailboxWatchers watchers;

    @Autowired
    private MailTroubles troubles;

    @Autowired
    private Mails mails;

    @Autowired
    private InvoiceCases cases;

    @Autowired
    private SupportingDocuments documents;

    @Autowired
    private Originals originals;

    @Autowired
    private Journal journal;

    @Autowired
    private Towns towns;

    @Autowired
    private Behind behind;

    @Autowired
    private MeterRegistry meters;

    private final String name = "box-" + UUID.randomUUID();
    private final List<MailboxWatcher> running = new ArrayList<>();
    private TestMailbox mailbox;

    /** A new, empty mailbox on the server at hand. */
    abstract TestMailbox newMailbox();

    @BeforeEach
    void open() {
        mailbox = newMailbox();
    }

    @AfterEach
    void stop() {
        running.forEach(MailboxWatcher::stop);
    }

    @Test
    void takesAnInvoice() {
        byte[] invoice = Eml.invoice();
        mailbox.deliver(Eml.about("Rechnung")
                .attach("Rechnung Müller.xml", "application/xml", invoice)
                .bytes());

        watch();

        InvoiceCase taken = cases(1).get(0);
        assertThat(original(taken)).isEqualTo(invoice);
        assertThat(taken.receivedAt()).isEqualTo(ARRIVED);
        assertThat(behind.count(
                        "delivery where case_id = ? and channel = 'MAIL' and sender = ?",
                        taken.id().value(),
                        Eml.SENDER))
                .isEqualTo(1);
    }

    @Test
    void keepsTheMailAsTheServerGaveIt() {
        mailbox.deliver(Eml.about("Rechnung 7")
                .attach("a.xml", "text/xml", Eml.invoice())
                .bytes());
        byte[] there = mailbox.in("INBOX").get(0);

        watch();

        Mails.Mail mail = towns.in(TOWN, () -> mails.of(cases(1).get(0).id())).get(0);
        assertThat(towns.in(TOWN, () -> originals.read(mail.original()))).isEqualTo(there);
        assertThat(mail.subject()).isEqualTo("Rechnung 7");
        assertThat(mail.receivedAt()).isEqualTo(ARRIVED);
    }

    @Test
    void movesTheMailWhenItIsTaken() {
        mailbox.deliver(anInvoice());

        watch();

        until(() -> mailbox.count(DONE) == 1 && mailbox.count("INBOX") == 0);
        assertThat(mailbox.unread(DONE)).isZero();
    }

    @Test
    void takesTheInvoiceInAPdf() {
        byte[] pdf = Eml.pdf("good/zugferd-01-xrechnung.pdf");
        mailbox.deliver(Eml.about("ZUGFeRD")
                .attach("Rechnung.pdf", "application/octet-stream", pdf)
                .bytes());

        watch();

        assertThat(original(cases(1).get(0))).isEqualTo(pdf);
    }

    @Test
    void opensACaseForEachInvoice() {
        mailbox.deliver(Eml.about("Drei")
                .attach("1.xml", "application/xml", Eml.invoice())
                .attach("2.xml", "application/xml", Eml.invoice())
                .attach("3.xml", "application/octet-stream", Eml.invoice())
                .bytes());

        watch();

        assertThat(cases(3)).extracting(InvoiceCase::receiptNumber).doesNotHaveDuplicates();
    }

    @Test
    void putsSupportingDocumentsBesideEachInvoice() {
        byte[] slip = Eml.pdf("bad/pdf-ohne-xml.pdf");
        mailbox.deliver(Eml.about("Mit Belegen")
                .attach("1.xml", "application/xml", Eml.invoice())
                .attach("2.xml", "application/xml", Eml.invoice())
                .attach("Lieferschein.pdf", "application/pdf", slip)
                .attach("Stunden.csv", "text/plain", "Tag;Stunden\n1;8\n".getBytes(StandardCharsets.UTF_8))
                .bytes());

        watch();

        for (InvoiceCase taken : cases(2)) {
            assertThat(towns.in(TOWN, () -> documents.of(taken.id())))
                    .extracting(SupportingDocuments.SupportingDocument::fileName)
                    .containsExactly("Lieferschein.pdf", "Stunden.csv");
            assertThat(towns.in(TOWN, () -> journal.of(taken.id())))
                    .extracting(entry -> entry.kind())
                    .contains("InvoiceReceived", "DocumentsJoined");
        }
    }

    @Test
    void findsTheInvoiceInAForwardedMail() {
        byte[] invoice = Eml.invoice();
        byte[] first = Eml.about("Rechnung")
                .attach("a.xml", "application/xml", invoice)
                .bytes();
        mailbox.deliver(Eml.about("WG: Rechnung").forwarding(first).bytes());

        watch();

        assertThat(original(cases(1).get(0))).isEqualTo(invoice);
    }

    @Test
    void opensACaseForAMailWithoutInvoice() {
        byte[] slip = Eml.pdf("bad/pdf-ohne-xml.pdf");
        mailbox.deliver(Eml.about("Rechnung 12/2026")
                .attach("Rechnung.pdf", "application/pdf", slip)
                .bytes());
        byte[] there = mailbox.in("INBOX").get(0);

        watch();

        InvoiceCase taken = cases(1).get(0);
        assertThat(original(taken)).isEqualTo(there);
        assertThat(behind.count(
                        "delivery where case_id = ? and file_name = 'Rechnung 12-2026.eml'",
                        taken.id().value()))
                .isEqualTo(1);
        assertThat(towns.in(TOWN, () -> documents.of(taken.id()))).hasSize(1);
        towns.awaitChecked(TOWN, taken.id());
        assertThat(behind.count(
                        "verdict where case_id = ? and outcome = 'NO_INVOICE' and reason_de like 'Die E-Mail enthält keine E-Rechnung%'",
                        taken.id().value()))
                .isEqualTo(1);
    }

    @Test
    void setsAsideWhatBreaksABoundAndGoesOn() {
        Eml many = Eml.about("Zu viele");
        IntStream.rangeClosed(0, 200).forEach(i -> many.attach(i + ".xml", "application/xml", new byte[] {'x'}));
        mailbox.deliver(anInvoice(), many.bytes(), anInvoice());

        watch();

        cases(2);
        until(() -> mailbox.count(ASIDE) == 1 && mailbox.count("INBOX") == 0);
        Trouble trouble = troubles().get(0);
        assertThat(trouble.cause()).isEqualTo(Cause.BREAKS_A_BOUND);
        assertThat(trouble.reason()).contains("200 Anhänge");
        assertThat(trouble.subject()).isEqualTo("Zu viele");
        assertThat(trouble.sender()).isEqualTo(Eml.SENDER);
        assertThat(towns.in(TOWN, () -> originals.read(trouble.original().orElseThrow())))
                .isEqualTo(mailbox.in(ASIDE).get(0));
    }

    @Test
    void keepsWhoHasSeenToWhatWasSetAside() {
        Eml many = Eml.about("Zu viele");
        IntStream.rangeClosed(0, 200).forEach(i -> many.attach(i + ".xml", "application/xml", new byte[] {'x'}));
        mailbox.deliver(many.bytes());
        watch();
        until(() -> troubles().size() == 1 && mailbox.count(ASIDE) == 1);
        Trouble trouble = troubles().get(0);
        Actor administrator = Actor.program("Gesa Petersen");

        assertThat(towns.in(TOWN, () -> troubles.settle(trouble.id(), administrator)))
                .contains(trouble);
        assertThat(towns.in(TOWN, () -> troubles.settle(trouble.id(), administrator)))
                .isEmpty();
        assertThat(towns.in("beistadt", () -> troubles.settle(trouble.id(), administrator)))
                .isEmpty();

        assertThat(troubles()).isEmpty();
        assertThat(behind.count(
                        "mail_trouble where id = ? and settled_by = 'Gesa Petersen' and settled_at is not null",
                        trouble.id()))
                .isEqualTo(1);
        assertThat(mailbox.in(ASIDE)).hasSize(1);
    }

    @Test
    void setsAsideWhatTheServerDoesNotGiveOut() {
        mailbox.deliver(anInvoice(), anInvoice(), anInvoice());
        AtomicLong poison = new AtomicLong();

        watch(mailbox.configured(), inbox -> new Disturbed(inbox) {
            @Override
            public List<Fetched> fetch(List<Long> uids) {
                if (poison.get() == 0) {
                    poison.set(uids().get(1));
                }
                if (uids.contains(poison.get())) {
                    throw MailboxFailed.refused(new IllegalStateException("NO"));
                }
                return super.fetch(uids);
            }
        });

        cases(2);
        until(() -> mailbox.count(ASIDE) == 1);
        assertThat(troubles()).hasSize(1);
        assertThat(troubles().get(0).attempts()).isEqualTo(2);
        assertThat(troubles().get(0).cause()).isEqualTo(Cause.WITHHELD);
        assertThat(troubles().get(0).original()).isEmpty();
    }

    @Test
    void takesOnTheNextTryWhatFailedOnce() {
        mailbox.deliver(anInvoice());
        AtomicInteger tries = new AtomicInteger();

        watch(mailbox.configured(), inbox -> new Disturbed(inbox) {
            @Override
            public List<Fetched> fetch(List<Long> uids) {
                if (tries.getAndIncrement() == 0) {
                    throw MailboxFailed.refused(new IllegalStateException("NO"));
                }
                return super.fetch(uids);
            }
        });

        cases(1);
        until(() -> mailbox.count(DONE) == 1);
        assertThat(behind.count("mail_trouble where mailbox = ?", name)).isZero();
    }

    @Test
    void setsAsideWhatCostsTheLineAndGoesOn() {
        mailbox.deliver(anInvoice(), anInvoice(), anInvoice());
        AtomicInteger poison = new AtomicInteger();

        watch(mailbox.configured(), inbox -> new Disturbed(inbox) {
            @Override
            public List<Fetched> fetch(List<Long> uids) {
                poison.compareAndSet(0, uids.get(0).intValue());
                if (uids.contains((long) poison.get())) {
                    throw MailboxFailed.unreachable(new IllegalStateException("BYE"));
                }
                return super.fetch(uids);
            }
        });

        cases(2);
        until(() -> mailbox.count(ASIDE) == 1);
    }

    @Test
    void setsAsideWhatIsTooLargeWithoutFetchingIt() {
        byte[] large = new byte[16 << 20];
        mailbox.deliver(
                Eml.about("Groß")
                        .attach("a.bin", "application/octet-stream", large)
                        .bytes(),
                anInvoice());

        watch();

        cases(1);
        until(() -> mailbox.count(ASIDE) == 1);
        assertThat(troubles().get(0).cause()).isEqualTo(Cause.TOO_LARGE);
        assertThat(troubles().get(0).reason()).contains("größer als erlaubt (20 MB)");
        assertThat(troubles().get(0).original()).isEmpty();
    }

    @Test
    void opensOneCaseWhenItStopsBetweenCommitAndMove() {
        mailbox.deliver(anInvoice());
        AtomicInteger moves = new AtomicInteger();
        MailboxWatcher dying = watch(mailbox.configured(), inbox -> new Disturbed(inbox) {
            @Override
            public void done(List<Long> uids) {
                if (!uids.isEmpty()) {
                    moves.incrementAndGet();
                    inbox.cut();
                    throw new IllegalStateException("The node dies");
                }
            }
        });
        until(() -> moves.get() > 0);
        dying.stop();
        assertThat(mailbox.in("INBOX")).hasSize(1);

        watch();

        until(() -> mailbox.count(DONE) == 1);
        assertThat(cases(1)).hasSize(1);
        assertThat(deliveries()).isEqualTo(1);
    }

    @Test
    void opensNoSecondCaseWhenTheServerNumbersItsMailsAnew() {
        mailbox.deliver("Eingang", ARRIVED, anInvoice(), anInvoice());
        Mailbox configured = mailbox.configured("Eingang", mailbox.imaps(), true);
        MailboxWatcher first = watch(configured, inbox -> new Disturbed(inbox) {
            @Override
            public void done(List<Long> uids) {
                // They stay where they are.
            }
        });
        cases(2);
        first.stop();
        // UIDVALIDITY of some servers is the second at which a folder was made.
        await().dontCatchUncaughtExceptions()
                .pollDelay(Duration.ofMillis(1_100))
                .until(() -> true);
        mailbox.renew("Eingang", ARRIVED);

        watch(configured, Function.identity());

        until(() -> mailbox.count(DONE) == 2);
        assertThat(cases(2)).hasSize(2);
        assertThat(behind.count("mail where mailbox = ?", name)).isEqualTo(4);
        assertThat(deliveries()).isEqualTo(4);
    }

    @Test
    void giveTheSameReceiptToTheSameMailOnceMore() {
        byte[] mail = anInvoice();
        mailbox.deliver(mail, mail);

        watch();

        until(() -> mailbox.count(DONE) == 2);
        assertThat(cases(1)).hasSize(1);
    }

    @Test
    void takesEachMailOnceWhenTwoNodesShareIt() {
        mailbox.deliver(Stream.generate(MailContract::anInvoice).limit(60).toArray(byte[][]::new));

        MailboxWatcher one = watch();
        watch();
        until(() -> taken() >= 10);
        one.stop();

        cases(60);
        until(() -> mailbox.count(DONE) == 60 && mailbox.count("INBOX") == 0);
        assertThat(deliveries()).isEqualTo(60);
    }

    @Test
    void doesNotConnectWhileAnotherNodeHasTheMailbox() {
        try (Wire wire = Wire.to(mailbox.imaps())) {
            watch();
            until(() -> behind.count("mailbox_lease where mailbox = ?", name) == 1);

            MailboxWatcher other = watch(mailbox.configured("INBOX", wire.port(), true), Function.identity());
            // Longer than a lease: it is renewed.
            until(() -> other.watch().since().isPresent());
            Instant then = other.watch().since().orElseThrow();
            until(() -> Duration.between(then, Instant.now()).toSeconds() >= 8);

            assertThat(wire.connections()).isZero();
            assertThat(other.watch().state()).isEqualTo(Watch.State.ELSEWHERE);
        }
    }

    @Test
    void takesOverWhenANodeNoLongerRenewsItsLease() {
        mailbox.deliver(anInvoice());
        behind.sql().sql("""
                        insert into mailbox_lease (tenant, mailbox, node, until)
                        values (?, ?, 'dead', clock_timestamp() + interval '2 s')""").params(towns.town(TOWN).value(), name).update();

        watch();

        cases(1);
        until(() ->
                behind.count("mailbox_lease where mailbox = ? and node <> 'dead' and until > clock_timestamp()", name)
                        == 1);
        assertThat(behind.sql().sql("""
                        select count(*) from mail where mailbox = ? and stored_at < now() - interval '30 s'""").param(name).query(Long.class).single()).isZero();
    }

    @Test
    void letsGoOfAMailboxThatAnotherNodeHasTaken() {
        MailboxWatcher watcher = watch();
        until(() -> watcher.watch().state() == Watch.State.CONNECTED);

        behind.sql()
                .sql(
                        "update mailbox_lease set node = 'other', until = clock_timestamp() + interval '1 hour' where mailbox = ?")
                .param(name)
                .update();

        until(() -> watcher.watch().state() == Watch.State.ELSEWHERE);
        mailbox.deliver(anInvoice());
        assertThat(mailbox.in("INBOX")).hasSize(1);
    }

    @Test
    void givesTheLeaseBackWhenItIsStopped() {
        MailboxWatcher watcher = watch();
        until(() -> watcher.watch().state() == Watch.State.CONNECTED);

        watcher.stop();

        until(() -> behind.count("mailbox_lease where mailbox = ?", name) == 0);
    }

    @Test
    void isToldOfANewMailWithoutAsking() {
        MailboxWatcher watcher =
                watch(mailbox.configured("INBOX", mailbox.imaps(), true, Duration.ofMinutes(29)), Function.identity());
        until(() -> watcher.watch().state() == Watch.State.CONNECTED);

        // It is asked again in half an hour; GreenMail does not tell of what comes while the waiting begins.
        await().atMost(LONG_ENOUGH).pollInterval(Duration.ofSeconds(1)).until(() -> {
            mailbox.deliver(anInvoice());
            return taken() > 1;
        });
    }

    @Test
    void missesNoMailThatComesJustBeforeItWaits() {
        AtomicBoolean delivered = new AtomicBoolean();
        watch(mailbox.configured(), inbox -> new Disturbed(inbox) {
            @Override
            public void await(Duration atMost) {
                if (delivered.compareAndSet(false, true)) {
                    mailbox.deliver(anInvoice());
                }
                super.await(atMost);
            }
        });

        cases(1);
    }

    @Test
    void asksEveryNowAndThenWithoutIdle() {
        MailboxWatcher watcher = watch(mailbox.configured("INBOX", mailbox.imaps(), false), Function.identity());
        until(() -> watcher.watch().state() == Watch.State.CONNECTED);

        mailbox.deliver(anInvoice());

        cases(1);
    }

    @Test
    void goesOnWhenTheLineIsCut() {
        try (Wire wire = Wire.to(mailbox.imaps())) {
            MailboxWatcher watcher = watch(mailbox.configured("INBOX", wire.port(), true), Function.identity());
            mailbox.deliver(anInvoice());
            cases(1);

            wire.cut();
            mailbox.deliver(anInvoice());

            cases(2);
            until(() -> wire.connections() >= 2 && watcher.watch().state() == Watch.State.CONNECTED);
        }
    }

    /** For servers that offer it. */
    void byStartTls() {
        Mailbox configured = tls(Tls.STARTTLS, "localhost", mailbox.imap(), Optional.of(mailbox.certificate()));
        mailbox.deliver(anInvoice());

        watch(configured, Function.identity());

        cases(1);
    }

    @Test
    void refusesAServerWhoseCertificateItDoesNotKnow() {
        mailbox.deliver(anInvoice());

        MailboxWatcher watcher =
                watch(tls(Tls.IMPLICIT, "localhost", mailbox.imaps(), Optional.empty()), Function.identity());

        until(() -> watcher.watch().state() == Watch.State.FAILING);
        assertThat(taken()).isZero();
    }

    @Test
    void refusesAServerWhoseCertificateIsForAnotherName() {
        mailbox.deliver(anInvoice());

        MailboxWatcher watcher = watch(
                tls(Tls.IMPLICIT, "127.0.0.1", mailbox.imaps(), Optional.of(mailbox.certificate())),
                Function.identity());

        until(() -> watcher.watch().state() == Watch.State.FAILING);
        assertThat(taken()).isZero();
    }

    /** Says how many mails a second are taken and where the time goes; with {@code -Pthorough}. */
    @Test
    void takesABacklogOfAThousand() {
        assumeTrue(Integer.getInteger("crash.rounds", 1) > 1, "Only with -Pthorough");
        int backlog = 1_000;
        mailbox.deliver(Stream.generate(MailContract::anInvoice).limit(backlog).toArray(byte[][]::new));
        double[] before = steps();
        long start = System.nanoTime();

        watch();

        await().dontCatchUncaughtExceptions()
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> taken() == backlog);
        double seconds = (System.nanoTime() - start) / 1e9;
        double[] after = steps();
        System.out.printf(
                "%s: %.0f mails/s; list %.1f s, fetch %.1f s, unpack %.1f s, store %.1f s, move %.1f s%n",
                getClass().getSimpleName(),
                backlog / seconds,
                after[0] - before[0],
                after[1] - before[1],
                after[2] - before[2],
                after[3] - before[3],
                after[4] - before[4]);
        until(() -> mailbox.count("INBOX") == 0);
        assertThat(deliveries()).isEqualTo(backlog);
    }

    private double[] steps() {
        return Stream.of("list", "fetch", "unpack", "store", "move")
                .mapToDouble(step ->
                        meters.timer("rechnungseingang.mail", "step", step).totalTime(TimeUnit.SECONDS))
                .toArray();
    }

    private static byte[] anInvoice() {
        return Eml.about("Rechnung")
                .attach("a.xml", "application/xml", Eml.invoice())
                .bytes();
    }

    private Mailbox tls(Tls tls, String host, int port, Optional<java.nio.file.Path> trust) {
        Mailbox box = mailbox.configured();
        return new Mailbox(
                host,
                Optional.of(port),
                box.login(),
                box.password(),
                tls,
                trust.map(java.nio.file.Path::toString),
                box.folders(),
                box.pollInterval(),
                box.idle(),
                box.idleRenewal(),
                box.attempts(),
                box.retryAfter(),
                box.lease(),
                box.timeout());
    }

    private MailboxWatcher watch() {
        return watch(mailbox.configured(), Function.identity());
    }

    private MailboxWatcher watch(Mailbox configured, Function<Inbox, Inbox> between) {
        Watch watch = new Watch(new MailboxId(towns.town(TOWN), name), TOWN);
        MailboxWatcher watcher =
                watchers.watcher(watch, configured, UUID.randomUUID().toString(), between);
        Thread thread = new Thread(watcher, "watcher-of-tests");
        thread.setDaemon(true);
        thread.start();
        running.add(watcher);
        return watcher;
    }

    private List<InvoiceCase> cases(int expected) {
        until(() -> caseIds().size() >= expected);
        assertThat(caseIds()).hasSize(expected);
        return caseIds().stream().map(id -> towns.in(TOWN, () -> cases.get(id))).toList();
    }

    private List<CaseId> caseIds() {
        return behind.sql().sql("""
                        select distinct c.case_id from mail_case c join mail m on (m.tenant, m.id) = (c.tenant, c.mail)
                        where m.mailbox = ?""").param(name).query(UUID.class).list().stream()
                .map(CaseId::new)
                .toList();
    }

    private long taken() {
        return behind.count("mail where mailbox = ?", name);
    }

    private long deliveries() {
        return caseIds().stream()
                .mapToLong(id -> behind.count("delivery where case_id = ?", id.value()))
                .sum();
    }

    private List<Trouble> troubles() {
        return towns.in(TOWN, () -> troubles.setAside(1_000)).stream()
                .filter(trouble -> trouble.mailbox().equals(name))
                .toList();
    }

    private byte[] original(InvoiceCase taken) {
        Sha256 original = taken.original();
        return towns.in(TOWN, () -> originals.read(original));
    }

    private static void until(BooleanSupplier condition) {
        await().dontCatchUncaughtExceptions()
                .atMost(LONG_ENOUGH)
                .pollInterval(Duration.ofMillis(50))
                .until(condition::getAsBoolean);
    }
}
