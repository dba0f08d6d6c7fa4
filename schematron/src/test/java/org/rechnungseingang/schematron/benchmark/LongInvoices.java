package org.rechnungseingang.schematron.benchmark;

import java.util.List;
import java.util.stream.IntStream;
import org.rechnungseingang.schematron.BenchmarkMaterial;

/** Whether ten times the lines take ten times the time. Runs in a JVM of its own, with little memory or without a bound. */
final class LongInvoices {

    private static final int LINES = 1_000;
    private static final int WARM = 8;
    private static final int ROUNDS = 3;

    private LongInvoices() {}

    /** Prints the seconds of 1 000 and 10 000 lines, and the same as processor time. */
    public static void main(String[] arguments) {
        Racer ours = Racer.ours();
        byte[] few = BenchmarkMaterial.invoice(LINES);
        byte[] many = BenchmarkMaterial.invoice(10 * LINES);
        IntStream.range(0, WARM).forEach(i -> ours.lap(few));
        ours.lap(many);
        Racer.Lap[] short1 = new Racer.Lap[ROUNDS * 4];
        Racer.Lap[] long1 = new Racer.Lap[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < 4; i++) {
                short1[4 * round + i] = accepted(ours.lap(few));
            }
            long1[round] = accepted(ours.lap(many));
        }
        System.out.println(Figures.number(
                "%f %f %f %f",
                time(short1).median(),
                time(long1).median(),
                processor(short1).median(),
                processor(long1).median()));
    }

    private static Racer.Lap accepted(Racer.Lap lap) {
        if (!lap.accepted()) {
            throw new IllegalStateException("these invoices are right");
        }
        return lap;
    }

    private static Figures time(Racer.Lap[] laps) {
        return Figures.of(List.of(laps).stream().mapToDouble(Racer.Lap::time));
    }

    private static Figures processor(Racer.Lap[] laps) {
        return Figures.of(List.of(laps).stream().mapToDouble(Racer.Lap::processor));
    }

    static void print(String name, List<String> options) {
        double[] seconds = Child.run(options, LongInvoices.class);
        System.out.println(Figures.number(
                "| 10 000 lines ÷ 1 000 lines, %s | %.1f (%.2f s ÷ %.2f s); processor %.1f | ≤ 12 |",
                name, seconds[1] / seconds[0], seconds[1], seconds[0], seconds[3] / seconds[2]));
    }
}
