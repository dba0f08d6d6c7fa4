package org.rechnungseingang.service.data;

import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** A town with a row in every table that has a tenant. */
record Town(UUID tenant, UUID id) {

    static Town in(DataSource owner, String prefix) {
        Town town = new Town(UUID.randomUUID(), UUID.randomUUID());
        new Script("one-row-each.sql").run(owner, Map.of("tenant", town.tenant, "id", town.id, "prefix", prefix));
        return town;
    }
}
