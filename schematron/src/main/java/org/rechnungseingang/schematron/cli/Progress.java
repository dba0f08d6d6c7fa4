package org.rechnungseingang.schematron.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;

/** One line on standard error that says how far a long run has come; it is gone when the run ends. */
final class Progress {

    private static final long PATIENCE = Duration.ofMillis(1500).toNanos();
    private static final long PAUSE = Duration.ofMillis(100).toNanos();
    private static final int BAR = 20;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter err;
    private final Terminal terminal;
    private final Language language;
    private final int total;
    private final LongSupplier clock;
    private final long start;
    private long drawn;
    private boolean visible;

    Progress(PrintWriter err, Terminal terminal, Language language, int total, LongSupplier clock) {
        this.err = err;
        this.terminal = terminal;
        this.language = language;
        this.total = total;
        this.clock = clock;
        this.start = clock.getAsLong();
        this.drawn = start;
    }

    /** So many are done, and that file is next. */
    void at(int done, String file) {
        long now = clock.getAsLong();
        boolean due = now - start >= PATIENCE && (!visible || now - drawn >= PAUSE);
        if (!terminal.progress() || total < 2 || !due) {
            return;
        }
        drawn = now;
        visible = true;
        int full = BAR * done / total;
        String bar = "\u2588".repeat(full) + "\u2591".repeat(BAR - full);
        String line = bar + " " + language.of(Phrase.CHECKING, done, total) + "  " + Printable.of(file);
        err.print(CLEAR + line.substring(0, Math.min(line.length(), terminal.width() - 1)));
        err.flush();
    }

    /** Makes room for other output. */
    void clear() {
        if (visible) {
            err.print(CLEAR);
            err.flush();
            visible = false;
        }
    }
}
