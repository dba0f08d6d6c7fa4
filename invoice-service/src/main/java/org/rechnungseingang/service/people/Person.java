package org.rechnungseingang.service.people;

import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.tenant.TenantId;

/**
 * Somebody (or a program) who is signed in.
 *
 * @param tenant the town he belongs to; nobody belongs to two
 * @param account his account; a program with the town's token has none
 * @param name as people read it
 * @param roles what he is
 * @param office the office he works for, if any
 */
public record Person(TenantId tenant, Optional<UUID> account, String name, Set<Role> roles, Optional<Office> office)
        implements Serializable {

    /** The program that uses the town's token. */
    static Person program(TenantId tenant) {
        return new Person(tenant, Optional.empty(), "REST", Set.of(Role.PROGRAM), Optional.empty());
    }

    /** Whether one of his roles allows the act. */
    public boolean may(Act act) {
        return roles.stream().anyMatch(role -> role.may(act));
    }

    /** Whether he has the role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Him as the journal names him. */
    public Actor actor() {
        return account.map(id -> Actor.person(id, name)).orElseGet(() -> Actor.program(name));
    }
}
