package org.rechnungseingang.service.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.rechnungseingang.service.benchmark.DatabaseBehind.Written;
import org.rechnungseingang.service.way.Wire;

/**
 * How many mails a second the service takes from a mailbox to "assigned", durably, when a backlog waits there; beside what
 * the validator alone does with the same invoices, and how fast the same mails can be fetched with nothing done about them.
 * Then how long a single mail takes from its arrival to the desk while nothing else happens. Mail server, service and
 * PostgreSQL are processes of their own.
 *
 * <p>Arguments: sample file, backlog (default 1000), rounds (default 3), single mails (default 60), heap of the service
 * (default 512m).
 */
public final class MailboxBenchmark {

    private static final int WARM_UP = 300;
    private static final Duration AT_MOST = Duration.ofMinutes(10);
    private static final Duration BETWEEN_SINGLES = Duration.ofMillis(150);

    private final Invoices invoices;
    private final TownMailbox mailbox;
    private final Wire gate;
    private final ServiceProcess service;
    private final DatabaseBehind database;
    private final Alone alone = new Alone();
    private long sent;

    private MailboxBenchmark(
            Invoices invoices, TownMailbox mailbox, Wire gate, ServiceProcess service, DatabaseBehind database) {
        this.invoices = invoices;
        this.mailbox = mailbox;
        this.gate = gate;
        this.service = service;
        this.database = database;
    }

    public static void main(String[] arguments) throws IOException {
        Invoices invoices = Invoices.like(Path.of(arguments[0]));
        int backlog = Figures.number(arguments, 1, 1_000);
        int rounds = Figures.number(arguments, 2, 3);
        int singles = Figures.number(arguments, 3, 60);
        String heap = arguments.length > 4 ? arguments[4] : "512m";
        Path folder = Files.createTempDirectory("mailbox-benchmark");
        try (TownMailbox mailbox = TownMailbox.start(folder);
                Wire gate = Wire.to(mailbox.port());
                ServiceProcess service = ServiceProcess.start(heap, folder, mailbox.properties(gate.port()));
                DatabaseBehind database = DatabaseBehind.of(folder.resolve("postgres"))) {
            MailboxBenchmark benchmark = new MailboxBenchmark(invoices, mailbox, gate, service, database);
            System.out.printf("%d mails a round, an invoice in each, service with -Xmx%s%n", backlog, heap);
            benchmark.warmUp();
            benchmark.backlogs(backlog, rounds);
            benchmark.singles(singles);
            System.out.printf("peak memory of the service's process: %d MiB%n", service.peakMebibytes());
        }
        System.out.println("Database and logs of this run: " + folder);
    }

    private void warmUp() {
        send(invoices.next(WARM_UP));
        awaitAssigned();
        alone.perSecond(invoices.next(WARM_UP));
    }

    private void backlogs(int backlog, int rounds) {
        double[] toTheDesk = new double[rounds];
        double[] ratios = new double[rounds];
        MailShares shares = MailShares.of(service);
        Written written = database.written();
        Processor used = Processor.NONE;
        double usedAlone = 0;
        for (int round = 0; round < rounds; round++) {
            List<byte[]> batch = invoices.next(backlog);
            gate.shut();
            send(batch);
            double ownBefore = Processor.own();
            double checked = alone.perSecond(batch);
            usedAlone += Processor.own() - ownBefore;
            double fetched = fetchedPerSecond(backlog);
            Processor before = processor();
            toTheDesk[round] = toTheDesk(backlog);
            used = used.plus(processor().since(before));
            ratios[round] = toTheDesk[round] / checked;
            System.out.printf(
                    "round %d: %.0f mails a second from mailbox to desk; validator alone %.0f, ratio %.2f; bare fetch %.0f, ratio %.2f%n",
                    round + 1, toTheDesk[round], checked, ratios[round], fetched, toTheDesk[round] / fetched);
        }
        double mails = (double) backlog * rounds;
        MailShares.of(service).since(shares).print(mails);
        used.print(mails, usedAlone);
        database.written().printSince(written, mails);
        System.out.printf(
                "median: %.0f mails a second from mailbox to desk, ratio to the validator alone %.2f%n",
                Figures.median(toTheDesk), Figures.median(ratios));
    }

    private Processor processor() {
        return Processor.of(service.process(), database.process(), mailbox.process());
    }

    /** Mails a second from the moment at which the service may fetch until the last one is at its desk. */
    private double toTheDesk(int backlog) {
        long start = System.nanoTime();
        gate.open();
        awaitAssigned();
        double perSecond = backlog / Alone.seconds(start);
        // Each once, and none left behind.
        await(() -> mailbox.waiting() == 0);
        if (database.count("mail") != sent || database.count("invoice_case") != sent) {
            throw new IllegalStateException("Of %d mails %d were taken, with %d cases"
                    .formatted(sent, database.count("mail"), database.count("invoice_case")));
        }
        return perSecond;
    }

    private double fetchedPerSecond(int backlog) {
        long start = System.nanoTime();
        if (mailbox.fetchAll() != backlog) {
            throw new IllegalStateException("Not all mails were there");
        }
        return backlog / Alone.seconds(start);
    }

    /** One mail after the other: from "250" of SMTP to the commit that assigns it. */
    private void singles(int count) {
        double[] toTheDesk = new double[count];
        double[] checked = new double[count];
        for (int i = 0; i < count; i++) {
            List<byte[]> one = invoices.next(1);
            ServiceProcess.pause(BETWEEN_SINGLES);
            checked[i] = alone.millis(one.get(0));
            send(one);
            long accepted = System.nanoTime();
            awaitAssigned();
            toTheDesk[i] = Alone.seconds(accepted) * 1000;
        }
        System.out.printf(
                "a single mail from its arrival to the desk, %d times: p50 %.0f ms, p95 %.0f ms; validator alone p50 %.0f ms%n",
                count, Figures.median(toTheDesk), Figures.percentile(toTheDesk, 95), Figures.median(checked));
    }

    private void send(List<byte[]> batch) {
        mailbox.send(batch);
        sent += batch.size();
    }

    private void awaitAssigned() {
        await(() -> database.assigned() == sent);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + AT_MOST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("It takes too long");
            }
            ServiceProcess.pause(Duration.ofMillis(10));
        }
    }
}
