package org.rechnungseingang.service.benchmark;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What is made of measured values. */
final class Figures {

    private Figures() {}

    static double median(double[] values) {
        return percentile(values, 50);
    }

    /** The least value that so many per cent do not exceed. */
    static double percentile(double[] values, int percent) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    static double[] ratios(double[] of, double[] to) {
        return IntStream.range(0, of.length).mapToDouble(i -> of[i] / to[i]).toArray();
    }

    static int number(String[] arguments, int place, int otherwise) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : otherwise;
    }
}
