package org.rechnungseingang.service.finance;

import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How far the feedback of the town's finance system is known. */
@Repository
class FeedbackCursor {

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;

    FeedbackCursor(JdbcClient jdbc, CurrentTenant tenant) {
        this.jdbc = jdbc;
        this.tenant = tenant;
    }

    /** Empty text before the first feedback. */
    @Transactional
    public String get() {
        jdbc.sql("insert into feedback_cursor (tenant, cursor) values (?, '') on conflict do nothing")
                .param(tenant.required().value())
                .update();
        return jdbc.sql("select cursor from feedback_cursor where tenant = ?")
                .param(tenant.required().value())
                .query(String.class)
                .single();
    }

    /**
     * Moves the cursor on, if it still is where the caller believes and nobody else is moving it right now.
     *
     * @return whether it was moved
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean advance(String from, String to) {
        return jdbc.sql("""
                                update feedback_cursor set cursor = ? where tenant = ? and tenant in
                                  (select tenant from feedback_cursor where tenant = ? and cursor = ? for update skip locked)""")
                        .params(to, tenant.required().value(), tenant.required().value(), from)
                        .update()
                == 1;
    }
}
