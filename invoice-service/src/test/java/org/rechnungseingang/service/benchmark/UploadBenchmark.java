package org.rechnungseingang.service.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.schematron.Validator;

/**
 * How many uploads a second the service takes until "checked", durably, beside what the validator alone can do with the
 * same invoices in the same run; where the time goes; and how much memory it takes.
 *
 * <p>Arguments: sample file, invoices a round (default 300), rounds (default 3), heap of the service (default 512m).
 */
public final class UploadBenchmark {

    private static final int SENDERS = 8;
    private static final int CHECKERS = 2;
    private static final String NUMBER = "@NUMBER@";

    private final String template;
    private final int invoices;
    private final Validator validator = Validator.official();
    private int used;

    private UploadBenchmark(String template, int invoices) {
        this.template = template;
        this.invoices = invoices;
    }

    public static void main(String[] arguments) throws IOException {
        String xml = Files.readString(Path.of(arguments[0]));
        int invoices = number(arguments, 1, 300);
        int rounds = number(arguments, 2, 3);
        String heap = arguments.length > 3 ? arguments[3] : "512m";
        Path folder = Files.createTempDirectory("upload-benchmark");
        String template = xml.replaceFirst("(<cbc:ID>|<ram:ID>)[^<]+", "$1" + NUMBER);
        try (ServiceProcess service = ServiceProcess.start(heap, folder)) {
            new UploadBenchmark(template, invoices).run(service, rounds, heap);
        }
        System.out.println("Database and log of this run: " + folder);
    }

    private void run(ServiceProcess service, int rounds, String heap) {
        System.out.printf("%d invoices a round, %d senders, service with -Xmx%s%n", invoices, SENDERS, heap);
        throughService(service);
        throughValidator();
        double[] withService = new double[rounds];
        double[] alone = new double[rounds];
        Shares before = Shares.of(service);
        for (int round = 0; round < rounds; round++) {
            withService[round] = throughService(service);
            alone[round] = throughValidator();
            System.out.printf(
                    "round %d: service %.0f a second until checked, validator alone %.0f, ratio %.2f%n",
                    round + 1, withService[round], alone[round], withService[round] / alone[round]);
        }
        Shares.of(service).since(before).print();
        System.out.printf(
                "median: %.0f a second until checked, ratio to the validator alone %.2f%n",
                median(withService), median(ratios(withService, alone)));
        System.out.printf("peak memory of the service's process: %d MiB%n", service.peakMebibytes());
    }

    /** Invoices a second from the first upload until the last one is checked. */
    private double throughService(ServiceProcess service) {
        List<byte[]> batch = batch();
        double end = checked(service) + batch.size();
        long start = System.nanoTime();
        inParallel(SENDERS, batch, service::handIn);
        while (checked(service) < end) {
            ServiceProcess.pause();
        }
        return batch.size() / seconds(start);
    }

    private double throughValidator() {
        List<byte[]> batch = batch();
        LocalDate today = LocalDate.now();
        long start = System.nanoTime();
        inParallel(CHECKERS, batch, xml -> validator.check(Document.of(xml), today));
        return batch.size() / seconds(start);
    }

    private static double checked(ServiceProcess service) {
        return service.meter("rechnungseingang_stage_seconds_count", "stage=\"check\"");
    }

    private List<byte[]> batch() {
        return IntStream.range(0, invoices)
                .mapToObj(i -> template.replace(NUMBER, "BM-" + ++used).getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static void inParallel(int threads, List<byte[]> batch, Consumer<byte[]> work) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> results = new ArrayList<>();
            batch.forEach(invoice -> results.add(pool.submit(() -> work.accept(invoice))));
            for (Future<?> result : results) {
                result.get();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static double[] ratios(double[] of, double[] to) {
        return IntStream.range(0, of.length).mapToDouble(i -> of[i] / to[i]).toArray();
    }

    private static double median(double[] figures) {
        double[] sorted = Arrays.stream(figures).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static int number(String[] arguments, int place, int otherwise) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : otherwise;
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
