package org.rechnungseingang.service.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.town.Towns;
import org.rechnungseingang.service.town.WithTwoTowns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@WithTwoTowns
class LoginsInDatabaseIT {

    private static final Instant NOW = Instant.parse("2026-11-23T09:15:30Z");

    private final String source = "a source " + UUID.randomUUID();
    private final String login = "login " + UUID.randomUUID();
    private final Network network = Network.of("2001:db8::1");

    @Autowired
    private LoginMemory memory;

    @Autowired
    private LoginThrottle throttle;

    @Autowired
    private Towns towns;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void beginsWithNone() {
        assertThat(in("anstadt", () -> memory.failures(source))).isEmpty();
        change("anstadt", source, NOW);

        assertThat(in("anstadt", () -> memory.failures(source))).contains(new Failures(1, NOW));
    }

    @Test
    void keepsAFraction() {
        change("anstadt", source, NOW);
        change("anstadt", source, NOW.plusSeconds(30));

        assertThat(in("anstadt", () -> memory.failures(source))).contains(new Failures(1.5, NOW.plusSeconds(30)));
    }

    @Test
    void losesNoneOfThoseThatComeAtOnce() {
        List<CompletableFuture<Void>> failures = IntStream.range(0, 20)
                .mapToObj(n -> CompletableFuture.runAsync(() -> change("anstadt", source, NOW)))
                .toList();
        failures.forEach(CompletableFuture::join);

        assertThat(in("anstadt", () -> memory.failures(source))).contains(new Failures(20, NOW));
    }

    @Test
    void keepsTownsApart() {
        change("anstadt", source, NOW);
        know("anstadt", NOW);

        assertThat(in("beistadt", () -> memory.failures(source))).isEmpty();
        assertThat(isKnown("beistadt")).isFalse();
    }

    @Test
    void forgets() {
        String old = source + " of long ago";
        change("anstadt", source, NOW);
        change("anstadt", old, NOW.minus(Duration.ofDays(4_000)));
        in("anstadt", () -> {
            memory.forgetFailuresBefore(NOW.minus(Duration.ofDays(3_000)));
            return memory;
        });
        assertThat(in("anstadt", () -> memory.failures(old))).isEmpty();
        assertThat(in("anstadt", () -> memory.failures(source))).isPresent();

        in("anstadt", () -> {
            memory.forget(source);
            return memory;
        });
        assertThat(in("anstadt", () -> memory.failures(source))).isEmpty();
    }

    @Test
    void knowsWhereALoginSucceededUntilItIsTooLongAgo() {
        assertThat(isKnown("anstadt")).isFalse();
        know("anstadt", NOW.minus(Duration.ofDays(4_000)));
        know("anstadt", NOW.minus(Duration.ofDays(3_990)));
        assertThat(isKnown("anstadt")).isTrue();

        forgetKnownBefore(NOW.minus(Duration.ofDays(3_995)));
        assertThat(isKnown("anstadt")).isTrue();
        forgetKnownBefore(NOW.minus(Duration.ofDays(3_985)));
        assertThat(isKnown("anstadt")).isFalse();
    }

    @Test
    void servesTheThrottle() {
        for (int failure = 0; failure < 6; failure++) {
            failFrom("2001:db8:5::" + failure);
        }

        assertThat(towns.in("anstadt", () -> throttle.waits(login, "2001:db8:5::9")))
                .isTrue();
        assertThat(towns.in("anstadt", () -> throttle.waits(login, "2001:db8:6::9")))
                .isFalse();
        assertThat(towns.in("beistadt", () -> throttle.waits(login, "2001:db8:5::9")))
                .isFalse();
    }

    private void failFrom(String address) {
        towns.in("anstadt", () -> {
            throttle.failed(login, address);
            return throttle;
        });
    }

    private void change(String town, String of, Instant at) {
        in(town, () -> {
            memory.change(of, failures -> failures.oneMore(at, Duration.ofMinutes(1)));
            return memory;
        });
    }

    private void know(String town, Instant at) {
        in(town, () -> {
            memory.know(login, network, at);
            return memory;
        });
    }

    private boolean isKnown(String town) {
        return in(town, () -> memory.isKnown(login, network));
    }

    private void forgetKnownBefore(Instant then) {
        in("anstadt", () -> {
            memory.forgetKnownBefore(then);
            return memory;
        });
    }

    private <T> T in(String town, Supplier<T> work) {
        return towns.in(town, () -> transaction.execute(status -> work.get()));
    }
}
