package org.rechnungseingang.schematron.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** What a second thread brings: the same documents on one thread and on two, in turns. */
record TwoThreads(Racer engine, List<byte[]> documents) {

    private static final int PASSES = 2;

    /** What all documents took, in seconds: on the clock, and of the processors. */
    private record Run(double time, double processor) {}

    void print(int rounds) {
        List<Run> one = new ArrayList<>();
        List<Run> two = new ArrayList<>();
        on(2);
        for (int round = 0; round < rounds; round++) {
            one.add(on(1));
            two.add(on(2));
        }
        Figures speed = Figures.of(IntStream.range(0, rounds)
                .mapToDouble(i -> one.get(i).time() / two.get(i).time()));
        Figures dearer = Figures.of(IntStream.range(0, rounds)
                .mapToDouble(i -> two.get(i).processor() / one.get(i).processor()));
        System.out.println("| two threads ÷ one thread | " + speed.spread() + " | ≥ 1.7 |");
        System.out.println("| processor time a file, two threads ÷ one thread | " + dearer.spread() + " | |");
    }

    private Run on(int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long start = System.nanoTime();
            List<Future<Racer.Lap>> laps = new ArrayList<>();
            for (int pass = 0; pass < PASSES; pass++) {
                documents.forEach(document -> laps.add(pool.submit(() -> engine.lap(document))));
            }
            double processor = 0;
            for (Future<Racer.Lap> lap : laps) {
                processor += lap.get().processor();
            }
            return new Run((System.nanoTime() - start) / 1e9, processor);
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }
}
