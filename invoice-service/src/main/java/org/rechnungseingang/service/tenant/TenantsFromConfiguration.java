package org.rechnungseingang.service.tenant;

import jakarta.annotation.PostConstruct;
import java.util.Locale;
import java.util.UUID;
import org.rechnungseingang.service.tenant.TenantProperties.Town;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings the configured towns into the look-up tables at start; a town that is no longer configured keeps its rows and loses its marks. */
@Component
class TenantsFromConfiguration {

    private static final int SHORTEST_TOKEN = 32;

    private final TenantProperties properties;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final CurrentTenant current;

    TenantsFromConfiguration(
            TenantProperties properties, JdbcClient jdbc, TransactionTemplate transaction, CurrentTenant current) {
        this.properties = properties;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.current = current;
    }

    @PostConstruct
    void apply() {
        transaction.executeWithoutResult(status -> {
            // Two nodes may start at once with new marks.
            jdbc.sql("select pg_advisory_xact_lock(hashtext('tenant_mark'))")
                    .query()
                    .listOfRows();
            jdbc.sql("delete from tenant_mark").update();
            properties.tenants().forEach(this::apply);
        });
    }

    private void apply(String key, Town town) {
        UUID id = jdbc.sql("""
                        insert into tenant (id, key, name, receipt_prefix) values (?, ?, ?, ?)
                        on conflict (key) do update set name = excluded.name, receipt_prefix = excluded.receipt_prefix
                        returning id""")
                .params(UUID.randomUUID(), key, town.name(), town.receiptPrefix())
                .query(UUID.class)
                .single();
        current.named(new TenantId(id), key);
        town.hosts().forEach(host -> mark(id, "host", host.toLowerCase(Locale.ROOT)));
        town.apiToken().ifPresent(token -> mark(id, "api-token", hashOf(key, token)));
    }

    private static String hashOf(String key, String token) {
        if (token.length() < SHORTEST_TOKEN) {
            throw new IllegalStateException("rechnungseingang.tenants." + key + ".api-token is shorter than "
                    + SHORTEST_TOKEN + " characters: choose a longer random one");
        }
        return Tenants.hash(token);
    }

    private void mark(UUID tenant, String kind, String value) {
        jdbc.sql("insert into tenant_mark (kind, value, tenant) values (?, ?, ?)")
                .params(kind, value, tenant)
                .update();
    }
}
