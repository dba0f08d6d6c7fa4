package org.rechnungseingang.schematron.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTests {

    private static final Terminal TERMINAL = new Terminal(true, true, 60);

    private final StringWriter err = new StringWriter();
    private long now;

    private Progress progress(Terminal terminal, int total) {
        return new Progress(new PrintWriter(err), terminal, Language.DE, total, () -> now);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Test
    void saysHowFarALongRunHasCome() {
        Progress progress = progress(TERMINAL, 10);
        progress.at(0, "a.xml");
        assertThat(err.toString()).isEmpty();
        pass(Duration.ofSeconds(2));
        progress.at(5, "b\u001b.xml");
        assertThat(err.toString()).isEqualTo("\r\u001b[K██████████░░░░░░░░░░ 5 von 10 geprüft  b\ufffd.xml");
    }

    @Test
    void leavesNothingBehind() {
        Progress progress = progress(TERMINAL, 10);
        pass(Duration.ofSeconds(2));
        progress.at(5, "b.xml");
        progress.clear();
        progress.clear();
        assertThat(err.toString()).endsWith("\r\u001b[K");
        assertThat(err.toString().split("\r\u001b\\[K", -1)).hasSize(3);
    }

    @Test
    void keepsOutOfPipesAndOfSingleFiles() {
        Progress piped = progress(Terminal.NONE, 10);
        Progress single = progress(TERMINAL, 1);
        pass(Duration.ofSeconds(5));
        piped.at(5, "a.xml");
        single.at(0, "a.xml");
        single.clear();
        assertThat(err.toString()).isEmpty();
    }
}
