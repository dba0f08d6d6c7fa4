package org.rechnungseingang.service.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rechnungseingang.service.tenant.TenantId;

class AccessTests {

    private static final UUID ACCOUNT = UUID.randomUUID();
    private static final Office OFFICE = new Office(UUID.randomUUID(), "Hochbauamt", Set.of("05117-31001-02"), false);

    private final Access access = new Access();

    @ParameterizedTest
    @EnumSource(names = {"TREASURER", "AUDITOR", "PROGRAM"})
    void showsTheWholeTown(Role role) {
        assertThat(access.visibleTo(person(Optional.empty(), role))).isEqualTo(new Visibility.All());
    }

    @ParameterizedTest
    @EnumSource(names = {"CLERK", "BUDGET_HOLDER"})
    void showsTheOfficesCases(Role role) {
        assertThat(access.visibleTo(person(Optional.of(OFFICE), role)))
                .isEqualTo(new Visibility.OfOffice(OFFICE.id(), Set.of("05117-31001-02"), false));
    }

    @ParameterizedTest
    @EnumSource(names = {"CLERK", "BUDGET_HOLDER"})
    void showsNothingToAClerkWithoutAnOffice(Role role) {
        assertThat(access.visibleTo(person(Optional.empty(), role))).isEqualTo(new Visibility.None());
    }

    @Test
    void showsASupplierWhatHeHasHandedIn() {
        assertThat(access.visibleTo(person(Optional.empty(), Role.SUPPLIER)))
                .isEqualTo(new Visibility.HandedInBy(ACCOUNT));
    }

    @Test
    void showsAnAdministratorNoInvoices() {
        assertThat(access.visibleTo(person(Optional.of(OFFICE), Role.ADMINISTRATOR)))
                .isEqualTo(new Visibility.None());
    }

    @Test
    void countsTheWidestOfSeveralRoles() {
        assertThat(access.visibleTo(person(Optional.of(OFFICE), Role.CLERK, Role.AUDITOR)))
                .isEqualTo(new Visibility.All());
    }

    private static Person person(Optional<Office> office, Role... roles) {
        return new Person(new TenantId(UUID.randomUUID()), Optional.of(ACCOUNT), "N. N.", Set.of(roles), office);
    }
}
