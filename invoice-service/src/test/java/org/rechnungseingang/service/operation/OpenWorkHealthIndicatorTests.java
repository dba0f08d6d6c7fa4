package org.rechnungseingang.service.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class OpenWorkHealthIndicatorTests {

    @Test
    void isUpWhileJobsAreDoneInTime() {
        assertThat(health(Duration.ofMinutes(5), Map.of("deadLetters", 0, "mailsSetAside", 0))
                        .getStatus())
                .isEqualTo(Status.UP);
    }

    @Test
    void asksForAttentionWhenAJobWaitsTooLong() {
        Health health = health(Duration.ofSeconds(301), Map.of("deadLetters", 0));

        assertThat(health.getStatus()).isEqualTo(OpenWorkHealthIndicator.ATTENTION);
        assertThat(health.getDetails()).containsEntry("oldestDueSeconds", 301L).containsEntry("due", 3L);
    }

    @Test
    void asksForAttentionWhenADeadLetterWaits() {
        assertThat(health(Duration.ZERO, Map.of("deadLetters", 1)).getStatus())
                .isEqualTo(OpenWorkHealthIndicator.ATTENTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailsSetAside", "feedbackSetAside"})
    void asksForAttentionWhenSomethingIsSetAside(String place) {
        Health health = health(Duration.ZERO, Map.of("deadLetters", 0, place, 2));

        assertThat(health.getStatus()).isEqualTo(OpenWorkHealthIndicator.ATTENTION);
        assertThat(health.getDetails()).containsEntry("deadLetters", 0).containsEntry(place, 2);
    }

    private static Health health(Duration oldestDue, Map<String, Integer> leftLying) {
        OpenWork work = mock(OpenWork.class);
        when(work.count()).thenReturn(new OpenWork.Count(Instant.EPOCH, 7, 3, oldestDue, leftLying));
        return new OpenWorkHealthIndicator(work, new OperationProperties(Duration.ofMinutes(5))).health();
    }
}
