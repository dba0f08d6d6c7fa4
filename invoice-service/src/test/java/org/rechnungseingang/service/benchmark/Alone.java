package org.rechnungseingang.service.benchmark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.schematron.Validator;

/** The validator by itself: what the same machine can do at the same time with nothing but the rules. */
final class Alone {

    private static final int CHECKERS = 2;

    private final Validator validator = Validator.official();

    /** How many of these it checks a second. */
    double perSecond(List<byte[]> invoices) {
        LocalDate today = LocalDate.now();
        long start = System.nanoTime();
        inParallel(CHECKERS, invoices, xml -> validator.check(Document.of(xml), today));
        return invoices.size() / seconds(start);
    }

    /** How long one takes, in milliseconds. */
    double millis(byte[] invoice) {
        long start = System.nanoTime();
        validator.check(Document.of(invoice), LocalDate.now());
        return seconds(start) * 1000;
    }

    static <T> void inParallel(int threads, List<T> batch, Consumer<T> work) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> results = new ArrayList<>();
            batch.forEach(one -> results.add(pool.submit(() -> work.accept(one))));
            for (Future<?> result : results) {
                result.get();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }

    static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
