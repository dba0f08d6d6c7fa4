package org.rechnungseingang.schematron.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * All engines over the same documents on one thread, in turns at each round, so that what else the machine does hits all of
 * them alike; a turn is all documents, as in a service that does nothing but check, where nobody else empties the caches
 * of the processor after each of them. An engine that has had its time sits out the remaining rounds.
 */
final class Race {

    private static final double SECONDS = 45;

    private final List<Racer> engines;
    private final List<byte[]> documents;
    private final Map<Racer, List<Round>> rounds = new HashMap<>();

    /** One round of one engine: sums over all documents. */
    record Round(double time, double processor, int accepted) {

        Round and(Racer.Lap lap) {
            return new Round(time + lap.time(), processor + lap.processor(), accepted + (lap.accepted() ? 1 : 0));
        }
    }

    Race(List<Racer> engines, List<byte[]> documents) {
        this.engines = engines;
        this.documents = documents;
    }

    void warmUp() {
        engines.forEach(engine -> WarmUp.by(() -> turn(engine)));
    }

    void run(int most) {
        for (int number = 0; number < most; number++) {
            List<Racer> running = engines.stream()
                    .filter(engine ->
                            of(engine).stream().mapToDouble(Round::time).sum() < SECONDS)
                    .toList();
            round(number, running);
        }
    }

    private void round(int number, List<Racer> running) {
        for (int turn = 0; turn < running.size(); turn++) {
            Racer engine = running.get((number + turn) % running.size());
            rounds.computeIfAbsent(engine, key -> new ArrayList<>()).add(turn(engine));
        }
    }

    private Round turn(Racer engine) {
        Round round = new Round(0, 0, 0);
        for (byte[] document : documents) {
            round = round.and(engine.lap(document));
        }
        return round;
    }

    private List<Round> of(Racer engine) {
        return rounds.getOrDefault(engine, List.of());
    }

    /** How many times as fast as that one, round by round. */
    private Figures ratios(Racer engine, Racer base, ToDoubleFunction<Round> what) {
        int both = Math.min(of(engine).size(), of(base).size());
        return Figures.of(IntStream.range(0, both)
                .mapToDouble(i -> what.applyAsDouble(of(base).get(i))
                        / what.applyAsDouble(of(engine).get(i))));
    }

    void print(Racer base) {
        System.out.printf(
                "| one thread | ms a file | processor ms | × %s, time | × %s, processor | accepted of %d | rounds |%n",
                base.name(), base.name(), documents.size());
        System.out.println("|---|---|---|---|---|---|---|");
        for (Racer engine : engines) {
            System.out.println(Figures.number(
                    "| %s | %.1f | %.1f | %s | %s | %d | %d |",
                    engine.name(),
                    millis(engine, Round::time),
                    millis(engine, Round::processor),
                    ratios(engine, base, Round::time).spread(),
                    ratios(engine, base, Round::processor).spread(),
                    of(engine).get(0).accepted(),
                    of(engine).size()));
        }
    }

    private double millis(Racer engine, ToDoubleFunction<Round> what) {
        return Figures.of(of(engine).stream().mapToDouble(what)).median() * 1000 / documents.size();
    }
}
