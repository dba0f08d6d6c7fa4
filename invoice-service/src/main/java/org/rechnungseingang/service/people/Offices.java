package org.rechnungseingang.service.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The offices of a town, with the routing ids that each answers for. */
@Repository
public class Offices {

    private static final String OFFICE = """
            select o.*, array(select i.routing_id from office_routing_id i
                              where i.tenant = o.tenant and i.office = o.id) as routing_ids
            from office o where o.tenant = ?""";

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;

    Offices(JdbcClient jdbc, CurrentTenant tenant) {
        this.jdbc = jdbc;
        this.tenant = tenant;
    }

    /** All offices, by name. */
    @Transactional(readOnly = true)
    public List<Office> all() {
        return jdbc.sql(OFFICE + " order by o.name, o.id")
                .param(tenant.required().value())
                .query(Offices::office)
                .list();
    }

    /** The office with this id. */
    @Transactional(readOnly = true)
    public Optional<Office> find(UUID id) {
        return jdbc.sql(OFFICE + " and o.id = ?")
                .params(tenant.required().value(), id)
                .query(Offices::office)
                .optional();
    }

    /** The office that is configured under this key. */
    @Transactional(readOnly = true)
    public Optional<Office> ofKey(String key) {
        return jdbc.sql(OFFICE + " and o.key = ?")
                .params(tenant.required().value(), key)
                .query(Offices::office)
                .optional();
    }

    private static Office office(ResultSet row, int number) throws SQLException {
        String[] routingIds = (String[]) row.getArray("routing_ids").getArray();
        return new Office(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Set.of(routingIds),
                row.getBoolean("takes_unclaimed"));
    }
}
