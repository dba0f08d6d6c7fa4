package org.rechnungseingang.service.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.tenant.Tenants;
import org.springframework.mock.env.MockEnvironment;

class ConfiguredTownsTests {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void areMissedWhenThereAreNone() {
        assertThat(towns().missing())
                .singleElement()
                .asString()
                .contains("keine Kommune", "No town is configured", "rechnungseingang.tenants");
    }

    @Test
    void lackNothingWithAHostAndAnAccount() {
        environment
                .withProperty("rechnungseingang.tenants.neustadt.name", "Stadt Neustadt")
                .withProperty("rechnungseingang.tenants.neustadt.hosts", "rechnung.neustadt.example")
                .withProperty("rechnungseingang.people.neustadt.accounts.betrieb.name", "Betrieb");

        assertThat(towns().missing()).isEmpty();
    }

    @Test
    void lackAHostNameAndAnAccountEachOnItsOwn() {
        environment
                .withProperty("rechnungseingang.tenants.neustadt.name", "Stadt Neustadt")
                .withProperty("rechnungseingang.tenants.altstadt.name", "Stadt Altstadt")
                .withProperty("rechnungseingang.tenants.altstadt.hosts[0]", "rechnung.altstadt.example");

        assertThat(towns().missing())
                .satisfiesExactly(
                        missing ->
                                assertThat(missing).contains("altstadt", "rechnungseingang.people.altstadt.accounts"),
                        missing -> assertThat(missing).contains("neustadt", "rechnungseingang.tenants.neustadt.hosts"),
                        missing ->
                                assertThat(missing).contains("neustadt", "rechnungseingang.people.neustadt.accounts"));
    }

    private ConfiguredTowns towns() {
        return new ConfiguredTowns(environment, mock(Tenants.class));
    }
}
