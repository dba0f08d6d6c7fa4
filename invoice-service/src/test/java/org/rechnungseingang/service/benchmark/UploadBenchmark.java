package org.rechnungseingang.service.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How many uploads a second the service takes until "checked", durably, beside what the validator alone can do with the
 * same invoices in the same run; where the time goes; and how much memory it takes.
 *
 * <p>Arguments: sample file, invoices a round (default 300), rounds (default 3), heap of the service (default 512m).
 */
public final class UploadBenchmark {

    private static final int SENDERS = 8;

    private final Invoices sample;
    private final int invoices;
    private final Alone alone = new Alone();

    private UploadBenchmark(Invoices sample, int invoices) {
        this.sample = sample;
        this.invoices = invoices;
    }

    public static void main(String[] arguments) throws IOException {
        Invoices sample = Invoices.like(Path.of(arguments[0]));
        int invoices = Figures.number(arguments, 1, 300);
        int rounds = Figures.number(arguments, 2, 3);
        String heap = arguments.length > 3 ? arguments[3] : "512m";
        Path folder = Files.createTempDirectory("upload-benchmark");
        try (ServiceProcess service = ServiceProcess.start(heap, folder, Map.of())) {
            new UploadBenchmark(sample, invoices).run(service, rounds, heap);
        }
        System.out.println("Database and log of this run: " + folder);
    }

    private void run(ServiceProcess service, int rounds, String heap) {
        System.out.printf("%d invoices a round, %d senders, service with -Xmx%s%n", invoices, SENDERS, heap);
        throughService(service);
        alone.perSecond(sample.next(invoices));
        double[] withService = new double[rounds];
        double[] byItself = new double[rounds];
        Shares before = Shares.of(service);
        for (int round = 0; round < rounds; round++) {
            withService[round] = throughService(service);
            byItself[round] = alone.perSecond(sample.next(invoices));
            System.out.printf(
                    "round %d: service %.0f a second until checked, validator alone %.0f, ratio %.2f%n",
                    round + 1, withService[round], byItself[round], withService[round] / byItself[round]);
        }
        Shares.of(service).since(before).print();
        System.out.printf(
                "median: %.0f a second until checked, ratio to the validator alone %.2f%n",
                Figures.median(withService), Figures.median(Figures.ratios(withService, byItself)));
        System.out.printf("peak memory of the service's process: %d MiB%n", service.peakMebibytes());
    }

    /** Invoices a second from the first upload until the last one is checked. */
    private double throughService(ServiceProcess service) {
        List<byte[]> batch = sample.next(invoices);
        double end = checked(service) + batch.size();
        long start = System.nanoTime();
        Alone.inParallel(SENDERS, batch, service::handIn);
        while (checked(service) < end) {
            ServiceProcess.pause(Duration.ofMillis(50));
        }
        return batch.size() / Alone.seconds(start);
    }

    private static double checked(ServiceProcess service) {
        return service.meter("rechnungseingang_stage_seconds_count", "stage=\"check\"");
    }

    /** Where the time goes, in milliseconds an invoice. */
    private record Shares(double count, double receive, double read, double examine, double settle) {

        static Shares of(ServiceProcess service) {
            return new Shares(
                    checked(service),
                    service.meter("http_server_requests_seconds_sum", "uri=\"/api/v1/invoices\"", "method=\"POST\""),
                    service.meter("rechnungseingang_check_seconds_sum", "step=\"read\""),
                    service.meter("rechnungseingang_check_seconds_sum", "step=\"examine\""),
                    service.meter("rechnungseingang_check_seconds_sum", "step=\"settle\""));
        }

        Shares since(Shares before) {
            return new Shares(
                    count - before.count,
                    receive - before.receive,
                    read - before.read,
                    examine - before.examine,
                    settle - before.settle);
        }

        void print() {
            double all = receive + read + examine + settle;
            System.out.println("time shares (waiting for a processor included):");
            print("receive (upload to 202)", receive, all);
            print("read the original", read, all);
            print("examine (schema, rules)", examine, all);
            print("settle the verdict", settle, all);
        }

        private void print(String step, double seconds, double all) {
            System.out.printf("  %-24s %6.1f ms  %3.0f %%%n", step, seconds * 1000 / count, seconds * 100 / all);
        }
    }
}
