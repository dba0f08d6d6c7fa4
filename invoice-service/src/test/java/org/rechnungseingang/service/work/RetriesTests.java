package org.rechnungseingang.service.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetriesTests {

    private final Retries retries = new Retries(8, 5, Duration.ofSeconds(1), Duration.ofMinutes(15));

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "7, 64", "11, 900", "2000000000, 900"})
    void doublesTheWaitUpToTheLongestAndSpreadsItByHalf(int attempt, long seconds) {
        for (int i = 0; i < 200; i++) {
            Duration wait = Duration.between(Instant.EPOCH, retries.next(Instant.EPOCH, attempt));
            assertThat(wait).isBetween(Duration.ofSeconds(seconds), Duration.ofMillis(seconds * 1_500));
        }
    }

    @Test
    void doesNotLetJobsThatFailedTogetherComeBackTogether() {
        assertThat(IntStream.range(0, 50)
                        .mapToObj(i -> retries.next(Instant.EPOCH, 8))
                        .distinct()
                        .count())
                .isGreaterThan(40);
    }
}
