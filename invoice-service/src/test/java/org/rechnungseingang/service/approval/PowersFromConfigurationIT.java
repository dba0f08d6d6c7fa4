package org.rechnungseingang.service.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rechnungseingang.service.approval.Signatories.TOWN;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.approval.ApprovalProperties.Entry;
import org.rechnungseingang.service.approval.ApprovalProperties.Town;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.people.SignedIn;
import org.rechnungseingang.service.tenant.Tenants;
import org.rechnungseingang.service.town.Towns;
import org.rechnungseingang.service.town.WithTwoTowns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;

@WithTwoTowns
class PowersFromConfigurationIT {

    @Autowired
    private PowersFromConfiguration configuration;

    @Autowired
    private ApprovalProperties properties;

    @Autowired
    private Powers powers;

    @Autowired
    private Tenants tenants;

    @Autowired
    private Towns towns;

    @Autowired
    private UserDetailsService accounts;

    @AfterEach
    void asConfigured() {
        configuration.apply();
    }

    @Test
    void readsPowersFromTheConfiguration() {
        assertThat(inForce("budget-holder")).singleElement().satisfies(power -> {
            assertThat(power.kind()).isEqualTo(PowerKind.ORDER);
            assertThat(power.limitCents()).contains(1_000_000L);
            assertThat(power.office())
                    .isEqualTo(person("budget-holder").office().map(office -> office.id()));
            assertThat(power.grantor()).isEqualTo("Kämmerin");
            assertThat(power.document()).isEqualTo("DA 7");
            assertThat(power.validFrom()).isEqualTo("2026-01-01");
            assertThat(power.validTo()).isEmpty();
        });
        assertThat(properties.town(TOWN).transferCodes()).containsExactlyInAnyOrder("30", "58");
    }

    @Test
    void changesNothingWhenNothingHasChanged() {
        List<Power> before = all("budget-holder");

        configuration.apply();

        assertThat(all("budget-holder")).isEqualTo(before);
    }

    @Test
    void withdrawsAPowerThatIsNoLongerConfiguredAndKeepsIt() {
        Power former = inForce("budget-holder").get(0);

        apply(List.of());

        assertThat(inForce("budget-holder")).isEmpty();
        assertThat(all("budget-holder"))
                .anySatisfy(power -> assertThat(power.id()).isEqualTo(former.id()));
    }

    @Test
    void givesANewPowerForANewLimitInsteadOfChangingTheOld() {
        Power former = inForce("budget-holder").get(0);

        apply(List.of(entry("budget-holder", Optional.of("bauamt"), "50.05")));

        assertThat(inForce("budget-holder"))
                .singleElement()
                .satisfies(power -> assertThat(power.limitCents()).contains(5_005L));
        assertThat(all("budget-holder"))
                .filteredOn(power -> power.id().equals(former.id()))
                .singleElement()
                .satisfies(power -> {
                    assertThat(power.limitCents()).isEqualTo(former.limitCents());
                    assertThat(power.withdrawn()).isTrue();
                });
    }

    @Test
    void refusesWhatNamesNobody() {
        assertThatThrownBy(() -> apply(List.of(entry("nobody", Optional.empty(), "1"))))
                .hasMessageContaining("rechnungseingang.approval.anstadt.powers names the holder nobody");
        assertThatThrownBy(() -> apply(List.of(entry("clerk", Optional.of("nowhere"), "1"))))
                .hasMessageContaining("names the office nowhere");
    }

    private void apply(List<Entry> entries) {
        configuration.apply(tenants.ofKey(TOWN).orElseThrow(), new Town(entries, Set.of("58")));
    }

    private static Entry entry(String holder, Optional<String> office, String limit) {
        return new Entry(
                holder,
                PowerKind.ORDER,
                Optional.of(new BigDecimal(limit)),
                office,
                "Kämmerin",
                "DA 7",
                LocalDate.of(2026, 1, 1),
                Optional.empty());
    }

    private List<Power> inForce(String login) {
        return all(login).stream().filter(power -> !power.withdrawn()).toList();
    }

    private List<Power> all(String login) {
        return towns.in(TOWN, () -> powers.of(person(login)));
    }

    private Person person(String login) {
        return towns.in(TOWN, () -> ((SignedIn) accounts.loadUserByUsername(login)).person());
    }
}
