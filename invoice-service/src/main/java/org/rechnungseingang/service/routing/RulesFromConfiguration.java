package org.rechnungseingang.service.routing;

import java.util.List;
import org.rechnungseingang.service.people.Office;
import org.rechnungseingang.service.people.Offices;
import org.rechnungseingang.service.routing.RoutingProperties.Rule;
import org.rechnungseingang.service.routing.RoutingProperties.Town;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.tenant.Tenant;
import org.rechnungseingang.service.tenant.Tenants;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings the configured rules into the database at start, after the offices that they lead to. */
@Component
class RulesFromConfiguration {

    private final RoutingProperties properties;
    private final RoutingRules rules;
    private final Offices offices;
    private final Tenants tenants;
    private final CurrentTenant current;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    RulesFromConfiguration(
            RoutingProperties properties,
            RoutingRules rules,
            Offices offices,
            Tenants tenants,
            CurrentTenant current,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.properties = properties;
        this.rules = rules;
        this.offices = offices;
        this.tenants = tenants;
        this.current = current;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(1)
    void apply() {
        properties.routing().keySet().forEach(this::refuseUnknown);
        tenants.all().forEach(tenant -> apply(tenant, properties.routing().getOrDefault(tenant.key(), Town.EMPTY)));
    }

    void apply(Tenant tenant, Town town) {
        current.runWithin(
                tenant.id(),
                () -> transaction.executeWithoutResult(status -> {
                    // Two nodes may start at once.
                    jdbc.sql("select pg_advisory_xact_lock(hashtext('routing_rule'))")
                            .query()
                            .listOfRows();
                    rules.replace(rules(tenant, town));
                }));
    }

    private List<RoutingRule> rules(Tenant tenant, Town town) {
        return town.rules().stream()
                .map(rule -> new RoutingRule(
                        rule.field(), rule.begins(), office(tenant, rule).id()))
                .toList();
    }

    private Office office(Tenant tenant, Rule rule) {
        return offices.ofKey(rule.officeKey())
                .orElseThrow(() -> new IllegalStateException("rechnungseingang.routing." + tenant.key()
                        + ".rules names the office " + rule.officeKey() + ", but rechnungseingang.people."
                        + tenant.key() + ".offices has none of that key"));
    }

    private void refuseUnknown(String key) {
        if (tenants.ofKey(key).isEmpty()) {
            throw new IllegalStateException("rechnungseingang.routing." + key
                    + " is configured, but rechnungseingang.tenants." + key + " is not");
        }
    }
}
