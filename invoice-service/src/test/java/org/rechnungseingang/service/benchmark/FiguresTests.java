package org.rechnungseingang.service.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTests {

    @Test
    void takesThePercentileOfValuesInAnyOrder() {
        double[] values =
                IntStream.rangeClosed(1, 100).mapToDouble(i -> 101 - i).toArray();

        assertThat(Figures.percentile(values, 95)).isEqualTo(96);
        assertThat(Figures.median(values)).isEqualTo(51);
        assertThat(Figures.percentile(new double[] {7}, 95)).isEqualTo(7);
    }

    @Test
    void comparesRoundByRound() {
        double[] ratios = Figures.ratios(new double[] {10, 30, 20}, new double[] {20, 20, 20});

        assertThat(ratios).containsExactly(0.5, 1.5, 1);
        assertThat(Figures.spread(ratios)).isEqualTo("1.00 (0.50–1.50)");
    }

    @Test
    void dividesWhatAReceiverUsedAmongItsMessages() {
        Measured measured = new Measured(2, new double[] {300, 500, 400, 900}, new Side.Used(0.04, 0.01));

        assertThat(measured.perSecond()).isEqualTo(2);
        assertThat(measured.processorMillis()).isEqualTo(10);
        assertThat(measured.databaseMillis()).isEqualTo(2.5);
    }

    @Test
    void takesThePercentileOverTheMessagesOfAllRounds() {
        Measured quick =
                new Measured(1, IntStream.range(0, 19).mapToDouble(i -> 10).toArray(), new Side.Used(0, 0));
        Measured slow = new Measured(1, new double[] {80}, new Side.Used(0, 0));

        assertThat(Measured.p95(List.of(slow, quick))).isEqualTo(80);
    }
}
