package org.rechnungseingang.service.mail;

import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who watches which mailbox, by the database's clock. */
@Repository
class Leases {

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;

    Leases(JdbcClient jdbc, CurrentTenant tenant) {
        this.jdbc = jdbc;
        this.tenant = tenant;
    }

    /** Takes or renews the lease for so long; whether the node has it now. */
    @Transactional
    public boolean take(String mailbox, String node, long millis) {
        return jdbc.sql("""
                        insert into mailbox_lease (tenant, mailbox, node, until)
                        values (?, ?, ?, clock_timestamp() + ? * interval '1 millisecond')
                        on conflict (tenant, mailbox) do update set node = excluded.node, until = excluded.until
                        where mailbox_lease.node = excluded.node or mailbox_lease.until < clock_timestamp()""")
                        .params(tenant.required().value(), mailbox, node, millis)
                        .update()
                == 1;
    }

    /** Gives the lease back, if the node has it. */
    @Transactional
    public void giveBack(String mailbox, String node) {
        jdbc.sql("delete from mailbox_lease where tenant = ? and mailbox = ? and node = ?")
                .params(tenant.required().value(), mailbox, node)
                .update();
    }
}
