package org.rechnungseingang.service.routing;

import java.util.List;
import java.util.UUID;
import org.rechnungseingang.service.people.Offices;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rules of a town, and with its offices all that it knows of where invoices belong. */
@Repository
class RoutingRules {

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;
    private final Offices offices;

    RoutingRules(JdbcClient jdbc, CurrentTenant tenant, Offices offices) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.offices = offices;
    }

    @Transactional(readOnly = true)
    public Directory directory() {
        return new Directory(offices.all(), all());
    }

    private List<RoutingRule> all() {
        return jdbc.sql("select field, begins, office from routing_rule where tenant = ? order by position")
                .param(tenant.required().value())
                .query((row, n) -> new RoutingRule(
                        RoutingField.valueOf(row.getString("field")),
                        row.getString("begins"),
                        row.getObject("office", UUID.class)))
                .list();
    }

    /** Replaces the town's rules. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replace(List<RoutingRule> rules) {
        UUID town = tenant.required().value();
        jdbc.sql("delete from routing_rule where tenant = ?").param(town).update();
        int position = 0;
        for (RoutingRule rule : rules) {
            jdbc.sql("insert into routing_rule (tenant, position, field, begins, office) values (?, ?, ?, ?, ?)")
                    .params(town, ++position, rule.field().name(), rule.begins(), rule.office())
                    .update();
        }
    }
}
