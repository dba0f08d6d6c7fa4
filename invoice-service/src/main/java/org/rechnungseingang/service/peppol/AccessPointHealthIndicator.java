package org.rechnungseingang.service.peppol;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.rechnungseingang.service.peppol.as4.OwnKey;
import org.rechnungseingang.service.peppol.as4.OwnKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Until when the access point's certificates last. Says ATTENTION a month before the last one ends: a new one takes its
 * issuer days, and other access points believe no message after that. No part of readiness.
 */
@Component
class AccessPointHealthIndicator implements HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(AccessPointHealthIndicator.class);

    private static final Status ATTENTION = new Status("ATTENTION", "Somebody has to look");
    private static final Duration AHEAD = Duration.ofDays(30);

    private final List<OwnKey> keys;
    private final Clock clock;

    AccessPointHealthIndicator(ObjectProvider<OwnKeys> keys, Clock clock) {
        this.keys = keys.stream().flatMap(all -> all.all().stream()).toList();
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        keys.forEach(key -> log.info(
                "Peppol: {} empfängt, Zertifikat gültig bis {}\nPeppol: {} receives, certificate valid until {}",
                key.party(),
                key.until(),
                key.party(),
                key.until()));
        if (endsSoon()) {
            log.warn("""
                    Das Zertifikat des Access Points läuft ab: ein neues beantragen und als zweiten Schlüssel eintragen.
                    The access point's certificate ends soon: apply for a new one and configure it as the second key.""");
        }
    }

    @Override
    public Health health() {
        Health.Builder health = Health.status(endsSoon() ? ATTENTION : Status.UP);
        keys.forEach(key ->
                health.withDetail(key.certificate().getSerialNumber().toString(16), key.party() + " " + key.until()));
        return health.build();
    }

    private boolean endsSoon() {
        Instant soon = clock.instant().plus(AHEAD);
        return !keys.isEmpty() && keys.stream().allMatch(key -> key.until().isBefore(soon));
    }
}
