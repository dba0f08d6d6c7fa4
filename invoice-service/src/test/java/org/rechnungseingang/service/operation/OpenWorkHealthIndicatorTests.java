package org.rechnungseingang.service.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class OpenWorkHealthIndicatorTests {

    @Test
    void isUpWhileJobsAreDoneInTime() {
        assertThat(health(Duration.ofMinutes(5), 0).getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void asksForAttentionWhenAJobWaitsTooLong() {
        Health health = health(Duration.ofSeconds(301), 0);

        assertThat(health.getStatus()).isEqualTo(OpenWorkHealthIndicator.ATTENTION);
        assertThat(health.getDetails()).containsEntry("oldestDueSeconds", 301L).containsEntry("due", 3L);
    }

    @Test
    void asksForAttentionWhenADeadLetterWaits() {
        assertThat(health(Duration.ZERO, 1).getStatus()).isEqualTo(OpenWorkHealthIndicator.ATTENTION);
    }

    private static Health health(Duration oldestDue, int deadLetters) {
        OpenWork work = mock(OpenWork.class);
        when(work.count()).thenReturn(new OpenWork.Count(Instant.EPOCH, 7, 3, oldestDue, deadLetters));
        return new OpenWorkHealthIndicator(work, new OperationProperties(Duration.ofMinutes(5))).health();
    }
}
