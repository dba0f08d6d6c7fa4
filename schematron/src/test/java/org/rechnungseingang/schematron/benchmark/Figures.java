package org.rechnungseingang.schematron.benchmark;

import java.util.Locale;
import java.util.stream.DoubleStream;

/** Measured values of the same thing, and what is said of them. */
record Figures(double... values) {

    static Figures of(DoubleStream values) {
        return new Figures(values.sorted().toArray());
    }

    double median() {
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }

    /** Median, least and most. */
    String spread() {
        return values.length == 0 ? "–" : number("%.2f (%.2f–%.2f)", median(), values[0], values[values.length - 1]);
    }

    static String number(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
