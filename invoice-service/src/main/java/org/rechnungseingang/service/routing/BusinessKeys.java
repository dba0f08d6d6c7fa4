package org.rechnungseingang.service.routing;

import java.util.Optional;
import java.util.UUID;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which live case has which business key. The database lets no second case have the same. */
@Repository
public class BusinessKeys {

    private static final int ATTEMPTS = 3;

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;

    BusinessKeys(JdbcClient jdbc, CurrentTenant tenant) {
        this.jdbc = jdbc;
        this.tenant = tenant;
    }

    /** Gives the case's key back, if it has one: it is refused, and a right invoice of that number may come. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void free(CaseId caseId) {
        jdbc.sql("delete from live_invoice where tenant = ? and case_id = ?")
                .params(tenant.required().value(), caseId.value())
                .update();
    }

    /**
     * Claims the key for the case.
     *
     * @return the case that has it already; empty if it is this case's now
     */
    Optional<CaseId> claim(BusinessKey key, CaseId caseId) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (insert(key, caseId)) {
                return Optional.empty();
            }
            Optional<CaseId> holder = holder(key);
            if (holder.isPresent()) {
                return holder.filter(other -> !other.equals(caseId));
            }
        }
        throw new IllegalStateException("The business key " + key + " changes hands all the time");
    }

    // Of two cases at once the database lets one have it; the other waits for its end.
    private boolean insert(BusinessKey key, CaseId caseId) {
        return jdbc.sql("""
                                insert into live_invoice (tenant, business_key, case_id) values (?, ?, ?)
                                on conflict do nothing""")
                        .params(tenant.required().value(), key.text(), caseId.value())
                        .update()
                == 1;
    }

    // None if it was given back between the two statements.
    private Optional<CaseId> holder(BusinessKey key) {
        return jdbc.sql("select case_id from live_invoice where tenant = ? and business_key = ?")
                .params(tenant.required().value(), key.text())
                .query(UUID.class)
                .optional()
                .map(CaseId::new);
    }
}
