package org.rechnungseingang.service.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rechnungseingang.service.approval.PowerChoice.Denied;
import org.rechnungseingang.service.approval.PowerChoice.Granted;

class PowerChoiceTests {

    private static final UUID OFFICE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate TO = LocalDate.of(2026, 12, 31);

    @Test
    void deniesWhoHasNone() {
        assertThat(choice(100)).isEqualTo(new Denied(Refusal.NO_POWER));
    }

    @ParameterizedTest
    @CsvSource({"2025-12-31, false", "2026-01-01, true", "2026-12-31, true", "2027-01-01, false"})
    void countsFromTheFirstToTheLastDay(LocalDate day, boolean granted) {
        Power power = power(Optional.empty(), Optional.of(OFFICE), false);

        PowerChoice choice = PowerChoice.of(List.of(power), Optional.of(OFFICE), day, Optional.of(100L));

        assertThat(choice).isEqualTo(granted ? new Granted(power.id()) : new Denied(Refusal.POWER_EXPIRED));
    }

    @Test
    void deniesAPowerThatWasWithdrawn() {
        assertThat(choice(100, power(Optional.empty(), Optional.empty(), true)))
                .isEqualTo(new Denied(Refusal.POWER_EXPIRED));
    }

    @Test
    void deniesAPowerForAnotherOffice() {
        assertThat(choice(100, power(Optional.empty(), Optional.of(OTHER), false)))
                .isEqualTo(new Denied(Refusal.OTHER_OFFICE));
    }

    @Test
    void deniesAnOfficesPowerWhereNoOfficeHasTheCase() {
        Power power = power(Optional.empty(), Optional.of(OFFICE), false);

        assertThat(PowerChoice.of(List.of(power), Optional.empty(), FROM, Optional.of(1L)))
                .isEqualTo(new Denied(Refusal.OTHER_OFFICE));
    }

    @Test
    void takesAPowerForEveryOffice() {
        Power power = power(Optional.empty(), Optional.empty(), false);

        assertThat(choice(100, power)).isEqualTo(new Granted(power.id()));
    }

    @Test
    void reachesItsLimitToTheCent() {
        Power power = power(Optional.of(100L), Optional.of(OFFICE), false);

        assertThat(choice(100, power)).isEqualTo(new Granted(power.id()));
        assertThat(choice(101, power)).isEqualTo(new Denied(Refusal.OVER_LIMIT));
    }

    @Test
    void comparesNoLimitWithAnUnknownAmount() {
        Power limited = power(Optional.of(Long.MAX_VALUE), Optional.of(OFFICE), false);
        Power unlimited = power(Optional.empty(), Optional.of(OFFICE), false);

        assertThat(PowerChoice.of(List.of(limited), Optional.of(OFFICE), FROM, Optional.empty()))
                .isEqualTo(new Denied(Refusal.NOT_COMPARABLE));
        assertThat(PowerChoice.of(List.of(limited, unlimited), Optional.of(OFFICE), FROM, Optional.empty()))
                .isEqualTo(new Granted(unlimited.id()));
    }

    @Test
    void reliesOnTheNarrowestPowerThatIsEnough() {
        Power small = power(Optional.of(100L), Optional.of(OFFICE), false);
        Power large = power(Optional.of(1_000L), Optional.of(OFFICE), false);
        Power unlimited = power(Optional.empty(), Optional.empty(), false);

        assertThat(choice(50, unlimited, large, small)).isEqualTo(new Granted(small.id()));
        assertThat(choice(500, unlimited, large, small)).isEqualTo(new Granted(large.id()));
        assertThat(choice(5_000, unlimited, large, small)).isEqualTo(new Granted(unlimited.id()));
    }

    private static PowerChoice choice(long cents, Power... powers) {
        return PowerChoice.of(List.of(powers), Optional.of(OFFICE), FROM, Optional.of(cents));
    }

    private static Power power(Optional<Long> limit, Optional<UUID> office, boolean withdrawn) {
        return new Power(
                UUID.randomUUID(),
                PowerKind.ORDER,
                limit,
                office,
                FROM,
                Optional.of(TO),
                withdrawn,
                "Kämmerin",
                "DA 7");
    }
}
