package org.rechnungseingang.service.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How many AS4 messages a second the service takes durably, and what one costs; beside phase4, which only writes to the
 * disk. Both get the same messages, signed and encrypted beforehand, in turns. Service, PostgreSQL and phase4 are processes
 * of their own.
 *
 * <p>While messages are measured the service leaves its jobs alone; what checking and assigning the invoices costs is
 * measured afterwards. Where a message's time goes is looked at in messages of its own, which are in no other figure.
 *
 * <p>Argument: a file of the folder of samples. Properties: {@code benchmark.rounds} (3), {@code benchmark.heap} of the
 * service (512m), {@code benchmark.phase4} ({@code as-it-comes} with the JDK's AES-GCM, else with BouncyCastle's).
 */
public final class MessageBenchmark {

    // Warns of each attachment whose digest was taken without a copy of it, which is meant.
    private static final Logger DIGESTS = Logger.getLogger("org.apache.jcp.xml.dsig.internal.dom.DOMReference");
    private static final int WARM_UP = 4;

    private final Map<MessageSize, Invoices> invoices = new EnumMap<>(MessageSize.class);
    private final Map<MessageSize, Side.Used> afterwards = new EnumMap<>(MessageSize.class);
    private final List<MessageFigures> figures = Stream.of(MessageSize.values())
            .flatMap(size -> IntStream.of(1, 4, 16).mapToObj(atOnce -> new MessageFigures(size, atOnce)))
            .toList();
    private final MessageShares shares = new MessageShares();
    private final Path outbox;
    private final OwnReceiver service;
    private final PhaseFour phaseFour;

    private MessageBenchmark(Path outbox, Invoices sample, OwnReceiver service, PhaseFour phaseFour) {
        this.outbox = outbox;
        this.service = service;
        this.phaseFour = phaseFour;
        Stream.of(MessageSize.values()).forEach(size -> invoices.put(size, sample.grownTo(size.bytes())));
    }

    public static void main(String[] arguments) throws IOException {
        DIGESTS.setLevel(Level.SEVERE);
        int rounds = Integer.getInteger("benchmark.rounds", 3);
        String heap = System.getProperty("benchmark.heap", "512m");
        boolean asItComes = System.getProperty("benchmark.phase4", "").equals("as-it-comes");
        Invoices sample = Invoices.like(Path.of(arguments[0]).resolveSibling("ubl-03-anhaenge.xml"))
                .with("05999001-10020-88", OwnReceiver.ROUTING_ID);
        Path folder = Files.createTempDirectory("message-benchmark");
        System.out.printf(
                "service with -Xmx%s; phase4 with a quarter of the machine's memory and %s AES-GCM%n",
                heap, asItComes ? "the JDK's" : "BouncyCastle's");
        System.out.println(
                "both: signature, certificate, revocation list; phase4 neither looks into the envelope (SBDH)"
                        + " nor waits for the disk, the service does, and keeps what was signed beside the invoice");
        try (OwnReceiver service = OwnReceiver.start(folder, heap);
                PhaseFour phaseFour = PhaseFour.start(folder, asItComes)) {
            Path outbox = Files.createDirectory(folder.resolve("outbox"));
            new MessageBenchmark(outbox, sample, service, phaseFour).run(rounds);
            System.out.printf("peak memory of the service's process: %d MiB%n", service.peakMebibytes());
        }
        System.out.println("Database and logs of this run: " + folder);
    }

    private void run(int rounds) {
        warmUp();
        for (int round = 0; round < rounds; round++) {
            System.out.printf("round %d of %d%n", round + 1, rounds);
            for (MessageSize size : MessageSize.values()) {
                round(size, round % 2 == 0);
            }
        }
        Stream.of(MessageSize.values()).forEach(this::watch);
        print(rounds);
    }

    private void warmUp() {
        for (MessageSize size : MessageSize.values()) {
            List<ReadyMessage> messages = compose(size, 2 * size.messages(WARM_UP));
            service.receive(messages, WARM_UP);
            phaseFour.receive(messages, WARM_UP);
            service.workOff();
            System.out.println("  warmed up with " + messages.size() + " messages of " + size);
        }
    }

    private void round(MessageSize size, boolean oursFirst) {
        for (MessageFigures one :
                figures.stream().filter(one -> one.size() == size).toList()) {
            List<ReadyMessage> messages = compose(size, size.messages(one.atOnce()));
            if (oursFirst) {
                Measured ours = service.receive(messages, one.atOnce());
                one.add(ours, phaseFour.receive(messages, one.atOnce()));
            } else {
                Measured theirs = phaseFour.receive(messages, one.atOnce());
                one.add(service.receive(messages, one.atOnce()), theirs);
            }
        }
        afterwards.merge(size, service.workOff(), Side.Used::plus);
    }

    private List<ReadyMessage> compose(MessageSize size, int count) {
        ReadyMessage.clear(outbox);
        return ReadyMessage.compose(invoices.get(size), count, outbox);
    }

    private void watch(MessageSize size) {
        shares.add(size, service.watched(compose(size, size.messages(WARM_UP))));
        service.workOff();
    }

    private void print(int rounds) {
        MessageFigures.printHead();
        figures.forEach(MessageFigures::print);
        shares.print();
        System.out.printf(
                "after the receipt: checking and assigning the invoice, or finding it too large (%d of %d assigned):%n",
                service.assigned(), service.taken());
        afterwards.forEach((size, used) -> {
            double messages = figures.stream()
                    .filter(one -> one.size() == size)
                    .mapToInt(one -> rounds * size.messages(one.atOnce()))
                    .sum();
            System.out.printf(
                    "  %-6s CPU ms a message: service %6.1f, PostgreSQL %6.1f%n",
                    size, used.process() * 1000 / messages, used.database() * 1000 / messages);
        });
    }
}
