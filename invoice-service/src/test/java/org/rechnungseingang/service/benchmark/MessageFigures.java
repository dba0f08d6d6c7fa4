package org.rechnungseingang.service.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of messages of one size, so many at the same time, over all rounds. */
final class MessageFigures {

    private static final String HEAD = """
            messages by size and how many at once: medians of the rounds, in brackets least and greatest ratio of a round;
            MiB of invoices; p95 of the messages of all rounds; processor time a message until its receipt
            %-6s %4s | %6s %7s  %-18s | %5s | %7s %7s | %7s %7s %7s  %-18s
            """;
    private static final String LINE =
            "%-6s %4d | %6.1f %7.1f  %-18s | %5.1f | %7.0f %7.0f | %7.1f %7.1f %7.1f  %-18s%n";

    private final MessageSize size;
    private final int atOnce;
    private final List<Measured> ours = new ArrayList<>();
    private final List<Measured> theirs = new ArrayList<>();

    MessageFigures(MessageSize size, int atOnce) {
        this.size = size;
        this.atOnce = atOnce;
    }

    MessageSize size() {
        return size;
    }

    int atOnce() {
        return atOnce;
    }

    void add(Measured our, Measured their) {
        ours.add(our);
        theirs.add(their);
        System.out.printf(
                Locale.ROOT,
                "  %s, %d at once, %d messages: service %.1f a second, %.1f ms of processor time, phase4 %.1f, %.1f ms%n",
                size,
                atOnce,
                our.millis().length,
                our.perSecond(),
                our.processorMillis(),
                their.perSecond(),
                their.processorMillis());
    }

    static void printHead() {
        System.out.printf(
                HEAD,
                "",
                "at",
                "a sec.",
                "phase4",
                "ratio",
                "MiB/s",
                "p95 ms",
                "phase4",
                "CPU ms",
                "PgSQL",
                "phase4",
                "ratio service/phase4");
    }

    void print() {
        double[] rates = Measured.each(ours, Measured::perSecond);
        double[] theirRates = Measured.each(theirs, Measured::perSecond);
        double[] processor = Measured.each(ours, Measured::processorMillis);
        double[] theirProcessor = Measured.each(theirs, Measured::processorMillis);
        System.out.printf(
                Locale.ROOT,
                LINE,
                size,
                atOnce,
                Figures.median(rates),
                Figures.median(theirRates),
                Figures.spread(Figures.ratios(rates, theirRates)),
                Figures.median(rates) * size.mebibytes(),
                Measured.p95(ours),
                Measured.p95(theirs),
                Figures.median(processor),
                Figures.median(Measured.each(ours, Measured::databaseMillis)),
                Figures.median(theirProcessor),
                Figures.spread(Figures.ratios(processor, theirProcessor)));
    }
}
