package org.rechnungseingang.schematron.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * All engines over the same documents on one thread, in turns at each document, so that what else the machine does hits
 * all of them alike. An engine that has had its time sits out the remaining rounds.
 */
final class Race {

    private static final int WARM_ROUNDS = 25;
    private static final double WARM_SECONDS = 25;
    private static final double SECONDS = 45;

    private final List<Racer> engines;
    private final List<byte[]> documents;
    private final Map<Racer, List<Round>> rounds = new HashMap<>();

    /** One round of one engine: sums over all documents. */
    record Round(int number, double time, double processor, int accepted) {

        Round and(Racer.Lap lap) {
            return new Round(
                    number, time + lap.time(), processor + lap.processor(), accepted + (lap.accepted() ? 1 : 0));
        }
    }

    Race(List<Racer> engines, List<byte[]> documents) {
        this.engines = engines;
        this.documents = documents;
    }

    void warmUp() {
        run(WARM_ROUNDS, WARM_SECONDS);
        rounds.clear();
    }

    void run(int most) {
        run(most, SECONDS);
    }

    private void run(int most, double seconds) {
        for (int number = 0; number < most; number++) {
            List<Racer> running = engines.stream()
                    .filter(engine ->
                            of(engine).stream().mapToDouble(Round::time).sum() < seconds)
                    .toList();
            round(number, running);
        }
    }

    private void round(int number, List<Racer> running) {
        Map<Racer, Round> sums = new HashMap<>();
        for (int document = 0; document < documents.size(); document++) {
            for (int turn = 0; turn < running.size(); turn++) {
                Racer engine = running.get((document + turn) % running.size());
                Racer.Lap lap = engine.lap(documents.get(document));
                sums.merge(engine, new Round(number, 0, 0, 0).and(lap), (sum, one) -> sum.and(lap));
            }
        }
        sums.forEach((engine, sum) ->
                rounds.computeIfAbsent(engine, key -> new ArrayList<>()).add(sum));
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
