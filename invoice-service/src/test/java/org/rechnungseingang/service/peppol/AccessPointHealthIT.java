package org.rechnungseingang.service.peppol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.peppol.as4.OwnKey;
import org.rechnungseingang.service.peppol.as4.OwnKeys;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;

@WithAccessPoint
class AccessPointHealthIT {

    @Autowired
    private ObjectProvider<OwnKeys> keys;

    @Autowired
    private AccessPointHealthIndicator now;

    @Test
    void tellsUntilWhenEachCertificateLasts() {
        assertThat(now.health().getStatus().getCode()).isEqualTo("UP");
        assertThat(now.health().getDetails().values())
                .hasSize(2)
                .containsAll(keys.getObject().all().stream()
                        .map(key -> "POP000100 " + key.until())
                        .toList());
    }

    @Test
    void asksForAPersonAMonthBeforeTheLastOneEnds() {
        Instant last = keys.getObject().all().stream()
                .map(OwnKey::until)
                .max(Instant::compareTo)
                .orElseThrow();

        assertThat(at(last.minus(Duration.ofDays(31))).getStatus().getCode()).isEqualTo("UP");
        assertThat(at(last.minus(Duration.ofDays(29))).getStatus().getCode()).isEqualTo("ATTENTION");
    }

    private Health at(Instant time) {
        return new AccessPointHealthIndicator(keys, Clock.fixed(time, ZoneOffset.UTC)).health();
    }
}
