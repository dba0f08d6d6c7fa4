package org.rechnungseingang.service.approval;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.rechnungseingang.service.approval.ApprovalProperties.Entry;
import org.rechnungseingang.service.approval.ApprovalProperties.Town;
import org.rechnungseingang.service.people.Office;
import org.rechnungseingang.service.people.Offices;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.tenant.Tenant;
import org.rechnungseingang.service.tenant.Tenants;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the configured powers into the database at start, after the accounts and offices that they name. A power that is
 * no longer configured, or differently, is withdrawn; it stays for the decisions that rely on it.
 */
@Component
class PowersFromConfiguration {

    private final ApprovalProperties properties;
    private final Offices offices;
    private final Tenants tenants;
    private final CurrentTenant current;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Clock clock;

    PowersFromConfiguration(
            ApprovalProperties properties,
            Offices offices,
            Tenants tenants,
            CurrentTenant current,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            Clock clock) {
        this.properties = properties;
        this.offices = offices;
        this.tenants = tenants;
        this.current = current;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(1)
    void apply() {
        properties.approval().keySet().forEach(this::refuseUnknown);
        tenants.all().forEach(tenant -> apply(tenant, properties.town(tenant.key())));
    }

    void apply(Tenant tenant, Town town) {
        current.runWithin(
                tenant.id(),
                () -> transaction.executeWithoutResult(status -> {
                    // Two nodes may start at once.
                    jdbc.sql("select pg_advisory_xact_lock(hashtext('power'))")
                            .query()
                            .listOfRows();
                    List<UUID> configured = town.powers().stream()
                            .map(entry -> power(tenant, entry))
                            .toList();
                    withdrawOthers(tenant, configured);
                }));
    }

    private UUID power(Tenant tenant, Entry entry) {
        jdbc.sql("""
                        insert into power
                          (tenant, id, account, kind, grantor, document, limit_cents, office, valid_from, valid_to)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(tenant.id().value(), UUID.randomUUID())
                .params(parameters(tenant, entry))
                .update();
        return jdbc.sql("""
                        select id from power
                        where tenant = ? and withdrawn_at is null
                          and (account, kind, grantor, document) = (?, ?, ?, ?)
                          and limit_cents is not distinct from ?::bigint and office is not distinct from ?::uuid
                          and valid_from = ? and valid_to is not distinct from ?::date""")
                .param(tenant.id().value())
                .params(parameters(tenant, entry))
                .query(UUID.class)
                .single();
    }

    private Object[] parameters(Tenant tenant, Entry entry) {
        return new Object[] {
            account(tenant, entry),
            entry.kind().name(),
            entry.grantor(),
            entry.document(),
            entry.limitCents().orElse(null),
            entry.office().map(key -> office(tenant, key).id()).orElse(null),
            entry.validFrom(),
            entry.validTo().orElse(null)
        };
    }

    private void withdrawOthers(Tenant tenant, List<UUID> configured) {
        jdbc.sql("""
                        update power set withdrawn_at = ?
                        where tenant = ? and withdrawn_at is null and id <> all (?::uuid[])""")
                .params(Timestamp.from(clock.instant()), tenant.id().value())
                .param(configured.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    private UUID account(Tenant tenant, Entry entry) {
        return jdbc.sql("select id from account where tenant = ? and login = ?")
                .params(tenant.id().value(), entry.holder().toLowerCase(Locale.ROOT))
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> unknown(tenant, "the holder " + entry.holder(), "accounts"));
    }

    private Office office(Tenant tenant, String key) {
        Optional<Office> office = offices.ofKey(key);
        return office.orElseThrow(() -> unknown(tenant, "the office " + key, "offices"));
    }

    private static IllegalStateException unknown(Tenant tenant, String what, String where) {
        return new IllegalStateException("rechnungseingang.approval." + tenant.key() + ".powers names " + what
                + ", but rechnungseingang.people." + tenant.key() + "." + where + " has none of that name");
    }

    private void refuseUnknown(String key) {
        if (tenants.ofKey(key).isEmpty()) {
            throw new IllegalStateException("rechnungseingang.approval." + key
                    + " is configured, but rechnungseingang.tenants." + key + " is not");
        }
    }
}
