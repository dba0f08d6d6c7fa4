package org.rechnungseingang.service.people;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.rechnungseingang.service.people.PeopleProperties.Entry;
import org.rechnungseingang.service.people.PeopleProperties.OfficeEntry;
import org.rechnungseingang.service.people.PeopleProperties.Town;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.tenant.Tenant;
import org.rechnungseingang.service.tenant.Tenants;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings the configured offices and accounts into the database at start. An account that is no longer configured is closed, not deleted. */
@Component
class PeopleFromConfiguration {

    private final PeopleProperties properties;
    private final Tenants tenants;
    private final CurrentTenant current;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;

    PeopleFromConfiguration(
            PeopleProperties properties,
            Tenants tenants,
            CurrentTenant current,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            PasswordEncoder passwords) {
        this.properties = properties;
        this.tenants = tenants;
        this.current = current;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.passwords = passwords;
    }

    // First: rules and powers name offices and accounts.
    @EventListener(ApplicationStartedEvent.class)
    @Order(0)
    void apply() {
        properties.people().keySet().forEach(this::refuseUnknown);
        // A town whose people are no longer configured has none: their accounts are closed as well.
        tenants.all().forEach(tenant -> {
            Town town = properties.people().getOrDefault(tenant.key(), Town.EMPTY);
            current.runWithin(tenant.id(), () -> transaction.executeWithoutResult(status -> apply(tenant, town)));
        });
    }

    private void refuseUnknown(String key) {
        if (tenants.ofKey(key).isEmpty()) {
            throw new IllegalStateException("rechnungseingang.people." + key
                    + " is configured, but rechnungseingang.tenants." + key + " is not");
        }
    }

    private void apply(Tenant tenant, Town town) {
        // Two nodes may start at once.
        jdbc.sql("select pg_advisory_xact_lock(hashtext('people'))").query().listOfRows();
        UUID id = tenant.id().value();
        jdbc.sql("delete from office_routing_id where tenant = ?").param(id).update();
        town.offices().forEach((key, office) -> office(id, key, office));
        jdbc.sql("update account set active = false where tenant = ?").param(id).update();
        town.accounts().forEach((login, entry) -> account(id, login.toLowerCase(Locale.ROOT), entry));
    }

    private void office(UUID tenant, String key, OfficeEntry entry) {
        UUID office = jdbc.sql("""
                        insert into office (tenant, id, key, name, takes_unclaimed) values (?, ?, ?, ?, ?)
                        on conflict (tenant, key) do update
                          set name = excluded.name, takes_unclaimed = excluded.takes_unclaimed
                        returning id""")
                .params(tenant, UUID.randomUUID(), key, entry.name(), entry.takesUnclaimed())
                .query(UUID.class)
                .single();
        entry.routingIds()
                .forEach(routingId -> jdbc.sql(
                                "insert into office_routing_id (tenant, routing_id, office) values (?, ?, ?)")
                        .params(tenant, routingId, office)
                        .update());
    }

    private void account(UUID tenant, String login, Entry entry) {
        jdbc.sql("""
                        insert into account (tenant, id, login, name, password, roles, office, active)
                        values (?, ?, ?, ?, ?, ?, (select o.id from office o where o.tenant = ? and o.key = ?), true)
                        on conflict (tenant, login) do update
                          set name = excluded.name, password = excluded.password, roles = excluded.roles,
                            office = excluded.office, active = true""")
                .params(tenant, UUID.randomUUID(), login, entry.name(), password(tenant, login, entry))
                .param(entry.roles().stream().map(Role::name).toArray(String[]::new))
                .params(tenant, entry.office().orElse(""))
                .update();
    }

    private String password(UUID tenant, String login, Entry entry) {
        Optional<String> stored = jdbc.sql("select password from account where tenant = ? and login = ?")
                .params(tenant, login)
                .query(String.class)
                .optional();
        return stored.filter(hash -> passwords.matches(entry.password(), hash))
                .orElseGet(() -> passwords.encode(entry.password()));
    }
}
