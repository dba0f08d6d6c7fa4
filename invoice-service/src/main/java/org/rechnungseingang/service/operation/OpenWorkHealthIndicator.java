package org.rechnungseingang.service.operation;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Does the work get done? Says ATTENTION when something waits for a person (dead letters, mails and feedback set aside) or
 * due jobs wait for too long. It is no part of readiness: the node itself is well, and taking it away would help nobody.
 */
@Component
class OpenWorkHealthIndicator implements HealthIndicator {

    static final Status ATTENTION = new Status("ATTENTION", "Somebody has to look");

    private final OpenWork work;
    private final OperationProperties properties;

    OpenWorkHealthIndicator(OpenWork work, OperationProperties properties) {
        this.work = work;
        this.properties = properties;
    }

    @Override
    public Health health() {
        OpenWork.Count count = work.count();
        boolean late = count.oldestDue().compareTo(properties.jobsLateAfter()) > 0;
        return Health.status(late || count.isLeftLying() ? ATTENTION : Status.UP)
                .withDetails(count.leftLying())
                .withDetail("queued", count.queued())
                .withDetail("due", count.due())
                .withDetail("oldestDueSeconds", count.oldestDue().toSeconds())
                .build();
    }
}
