package org.rechnungseingang.service.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetriesTests {

    private static final Throwable FAILURE = new IllegalStateException();

    private final Retries retries = new Retries(
            8, 5, Duration.ofSeconds(1), Duration.ofMinutes(15), new Retries.RetriesOfCostly(4, Duration.ofMinutes(1)));

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "7, 64", "11, 900", "2000000000, 900"})
    void doublesTheWaitUpToTheLongestAndSpreadsItByHalf(int attempt, long seconds) {
        for (int i = 0; i < 200; i++) {
            Duration wait = Duration.between(Instant.EPOCH, retries.next(Instant.EPOCH, attempt, FAILURE));
            assertThat(wait).isBetween(Duration.ofSeconds(seconds), Duration.ofMillis(seconds * 1_500));
        }
    }

    @Test
    void doesNotLetJobsThatFailedTogetherComeBackTogether() {
        assertThat(IntStream.range(0, 50)
                        .mapToObj(i -> retries.next(Instant.EPOCH, 8, FAILURE))
                        .distinct()
                        .count())
                .isGreaterThan(40);
    }

    @Test
    void triesWhatIsCostlyAFewTimesAndFarApart() {
        Throwable costly = new TooCostly();
        assertThat(retries.attempts(FAILURE)).isEqualTo(8);
        assertThat(retries.attempts(costly)).isEqualTo(4);
        assertThat(Duration.between(Instant.EPOCH, retries.next(Instant.EPOCH, 1, costly)))
                .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(90));
        assertThat(Duration.between(Instant.EPOCH, retries.next(Instant.EPOCH, 3, costly)))
                .isBetween(Duration.ofSeconds(240), Duration.ofSeconds(360));
    }

    private static final class TooCostly extends RuntimeException implements Costly {
        private static final long serialVersionUID = 1;
    }
}
