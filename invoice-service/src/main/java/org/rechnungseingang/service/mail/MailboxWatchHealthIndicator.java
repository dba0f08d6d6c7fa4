package org.rechnungseingang.service.mail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Are the mailboxes looked after? Says ATTENTION while one fails on this node. No part of readiness. */
@Component
class MailboxWatchHealthIndicator implements HealthIndicator {

    private static final Status ATTENTION = new Status("ATTENTION", "Somebody has to look");

    private final MailboxWatchers watchers;

    MailboxWatchHealthIndicator(MailboxWatchers watchers) {
        this.watchers = watchers;
    }

    @Override
    public Health health() {
        return of(watchers.watches());
    }

    static Health of(List<Watch> watches) {
        boolean failing = watches.stream().anyMatch(watch -> watch.state() == Watch.State.FAILING);
        Health.Builder health = Health.status(failing ? ATTENTION : Status.UP);
        watches.forEach(watch -> health.withDetail(watch.name(), details(watch)));
        return health.build();
    }

    private static Map<String, String> details(Watch watch) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("state", watch.state().name());
        watch.since().ifPresent(since -> details.put("since", since.toString()));
        if (!watch.reason().isEmpty()) {
            details.put("reason", watch.reason());
        }
        watch.oldestWaiting().ifPresent(oldest -> details.put("oldestWaiting", oldest.toString()));
        return details;
    }
}
