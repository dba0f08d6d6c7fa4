package org.rechnungseingang.service.peppol.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.peppol.outbound.NotDelivered.Refused;
import org.rechnungseingang.service.peppol.outbound.NotDelivered.Unanswered;

class BreakersTests {

    private static final String AWAY = "0242:000200";
    private static final String THERE = "0242:000300";

    private final AtomicInteger asked = new AtomicInteger();
    private final Supplier<String> silence = () -> {
        asked.incrementAndGet();
        throw new Unanswered("silence");
    };

    @Test
    void leaveOneAloneThatDoesNotAnswer() {
        Breakers breakers = new Breakers(Duration.ofHours(1));

        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> breakers.of(AWAY).ask(silence)).isInstanceOf(Unanswered.class);
        }

        assertThat(asked).hasValue(3);
        assertThat(breakers.of(THERE).ask(() -> "receipt")).isEqualTo("receipt");
    }

    @Test
    void askAgainAfterAWhile() {
        Breakers breakers = new Breakers(Duration.ofMillis(50));
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> breakers.of(AWAY).ask(silence)).isInstanceOf(Unanswered.class);
        }

        await().ignoreExceptions()
                .until(() -> breakers.of(AWAY).ask(() -> "receipt").equals("receipt"));
        assertThat(breakers.of(AWAY).ask(() -> "another")).isEqualTo("another");
    }

    /** Whatever the one attempt ended in that was to find out whether he is back. */
    @Test
    void askAgainAfterAnAttemptWithoutAnEnd() {
        Breakers breakers = new Breakers(Duration.ofMillis(50));
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> breakers.of(AWAY).ask(silence)).isInstanceOf(Unanswered.class);
        }

        await().untilAsserted(() -> assertThatThrownBy(() -> breakers.of(AWAY).ask(() -> {
                    throw new OutOfMemoryError("for the test");
                }))
                .isInstanceOf(OutOfMemoryError.class));
        await().ignoreExceptions()
                .until(() -> breakers.of(AWAY).ask(() -> "receipt").equals("receipt"));
    }

    @Test
    void doNotMindARefusal() {
        Breakers breakers = new Breakers(Duration.ofHours(1));
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> breakers.of(THERE).ask(() -> {
                        throw new Refused("not serviced");
                    }))
                    .isInstanceOf(Refused.class);
        }

        assertThat(breakers.of(THERE).ask(() -> "receipt")).isEqualTo("receipt");
    }
}
