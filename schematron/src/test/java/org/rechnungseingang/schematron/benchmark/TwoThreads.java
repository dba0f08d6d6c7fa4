package org.rechnungseingang.schematron.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** What a second thread brings: the same documents by one thread, and by each of two, in turns. */
record TwoThreads(Racer engine, List<byte[]> documents) {

    private static final int PASSES = 10;

    /** What all documents took, in seconds: on the clock, and of the processors. */
    private record Run(double time, double processor) {}

    void print(int rounds) {
        List<Run> one = new ArrayList<>();
        List<Run> two = new ArrayList<>();
        WarmUp.by(() -> on(2));
        for (int round = 0; round < rounds; round++) {
            one.add(on(1));
            two.add(on(2));
        }
        Figures speed = Figures.of(IntStream.range(0, rounds)
                .mapToDouble(i -> one.get(i).time() / two.get(i).time()));
        Figures dearer = Figures.of(IntStream.range(0, rounds)
                .mapToDouble(i -> two.get(i).processor() / one.get(i).processor()));
        String name = "| " + engine.name() + ": two threads ÷ one thread";
        System.out.println(name + " | " + speed.spread() + " | ≥ 1.8 |");
        System.out.println(name + ", processor time a file | " + dearer.spread() + " | |");
    }

    private Run on(int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long start = System.nanoTime();
            List<Future<Double>> processors = IntStream.range(0, threads)
                    .mapToObj(thread -> pool.submit(this::all))
                    .toList();
            double processor = 0;
            for (Future<Double> each : processors) {
                processor += each.get();
            }
            return new Run((System.nanoTime() - start) / 1e9 / threads, processor / threads);
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }

    private double all() {
        double processor = 0;
        for (int pass = 0; pass < PASSES; pass++) {
            for (byte[] document : documents) {
                processor += engine.lap(document).processor();
            }
        }
        return processor;
    }
}
