package org.rechnungseingang.service.tenant;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The time on the town hall's clock, wherever the server stands: it says which day it is and when a day ends. */
public final class TownTime {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private TownTime() {}

    /** The day it is in the town. */
    public static LocalDate today(Clock clock) {
        return of(clock.instant()).toLocalDate();
    }

    /** The moment as the town's clocks showed it. */
    public static ZonedDateTime of(Instant moment) {
        return moment.atZone(ZONE);
    }
}
