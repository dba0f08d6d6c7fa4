package org.rechnungseingang.service.benchmark;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
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

    /** Median, least and greatest: {@code 0.52 (0.49–0.61)}. */
    static String spread(double[] values) {
        DoubleSummaryStatistics all = Arrays.stream(values).summaryStatistics();
        return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", median(values), all.getMin(), all.getMax());
    }

    static int number(String[] arguments, int place, int otherwise) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : otherwise;
    }
}
