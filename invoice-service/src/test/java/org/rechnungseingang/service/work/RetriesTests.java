package org.rechnungseingang.service.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RetriesTests {

    private static final Throwable FAILURE = new IllegalStateException();
    private static final Stage CHECK = new Named("check", true);
    private static final Stage ERRAND = new Named("errand", false);

    private final Retries retries = new Retries(
            8,
            5,
            Duration.ofSeconds(1),
            Duration.ofMinutes(15),
            new Retries.RetriesOfCostly(4, Duration.ofMinutes(1)),
            new Retries.RetriesOfErrands(75, Duration.ofSeconds(30), Duration.ofHours(1)));

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "7, 64", "11, 900", "2000000000, 900"})
    void doublesTheWaitUpToTheLongestAndSpreadsItByHalf(int attempt, long seconds) {
        for (int i = 0; i < 200; i++) {
            Duration wait = Duration.between(Instant.EPOCH, retries.next(Instant.EPOCH, attempt, CHECK, FAILURE));
            assertThat(wait).isBetween(Duration.ofSeconds(seconds), Duration.ofMillis(seconds * 1_500));
        }
    }

    @Test
    void doesNotLetJobsThatFailedTogetherComeBackTogether() {
        assertThat(IntStream.range(0, 50)
                        .mapToObj(i -> retries.next(Instant.EPOCH, 8, CHECK, FAILURE))
                        .distinct()
                        .count())
                .isGreaterThan(40);
    }

    @Test
    void triesWhatIsCostlyAFewTimesAndFarApart() {
        Throwable costly = new TooCostly();
        assertThat(retries.attempts(CHECK, FAILURE)).isEqualTo(8);
        assertThat(retries.attempts(CHECK, costly)).isEqualTo(4);
        assertThat(Duration.between(Instant.EPOCH, retries.next(Instant.EPOCH, 1, CHECK, costly)))
                .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(90));
        assertThat(Duration.between(Instant.EPOCH, retries.next(Instant.EPOCH, 3, CHECK, costly)))
                .isBetween(Duration.ofSeconds(240), Duration.ofSeconds(360));
    }

    /** Whatever was amiss in between: a weekend of silence must not end with a fault of a moment. */
    @ParameterizedTest
    @MethodSource("anything")
    void triesErrandsForDays(Throwable cause) {
        Duration all = IntStream.range(1, retries.attempts(ERRAND, cause))
                .mapToObj(
                        attempt -> Duration.between(Instant.EPOCH, retries.next(Instant.EPOCH, attempt, ERRAND, cause)))
                .reduce(Duration.ZERO, Duration::plus);

        assertThat(all).isBetween(Duration.ofDays(2), Duration.ofDays(5));
    }

    /** Else each death of a node would keep a supplier's access point waiting. */
    @Test
    void givesAnErrandToAnotherNodeAtOnce() {
        assertThat(Duration.between(Instant.EPOCH, retries.nextNode(Instant.EPOCH, 1)))
                .isBetween(Duration.ofSeconds(1), Duration.ofMillis(1_500));
    }

    static List<Throwable> anything() {
        return List.of(FAILURE, new TooCostly(), new OutOfMemoryError());
    }

    @Test
    void triesWhatIsHopelessAsOftenAsItSays() {
        assertThat(retries.attempts(CHECK, new Never())).isEqualTo(1);
        assertThat(retries.attempts(ERRAND, new Never())).isEqualTo(1);
        assertThat(retries.attempts(ERRAND, new Hardly())).isEqualTo(5);
    }

    private record Named(String name, boolean isOnTheWay) implements Stage {
        @Override
        public void run(Job job) {}
    }

    private static final class Never extends RuntimeException implements Hopeless {
        private static final long serialVersionUID = 1;
    }

    private static final class Hardly extends RuntimeException implements Hopeless {
        private static final long serialVersionUID = 1;

        @Override
        public int attempts() {
            return 5;
        }
    }

    private static final class TooCostly extends RuntimeException implements Costly {
        private static final long serialVersionUID = 1;
    }
}
