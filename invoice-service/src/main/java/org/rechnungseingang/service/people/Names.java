package org.rechnungseingang.service.people;

import java.util.Optional;
import java.util.UUID;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The names of a town's people, also of those who have left. */
@Repository
public class Names {

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;

    Names(JdbcClient jdbc, CurrentTenant tenant) {
        this.jdbc = jdbc;
        this.tenant = tenant;
    }

    /** The name of whoever has this account, as people read it. */
    @Transactional(readOnly = true)
    public Optional<String> of(UUID account) {
        return jdbc.sql("select name from account where tenant = ? and id = ?")
                .params(tenant.required().value(), account)
                .query(String.class)
                .optional();
    }
}
