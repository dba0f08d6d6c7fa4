package org.rechnungseingang.service.tenant;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Tells the database at the start of each transaction which tenant it is for. Without a tenant nothing is set, and the
 * first statement on a table with row security fails.
 */
@Component
class TenantOfTransaction implements TransactionExecutionListener {

    private final CurrentTenant current;
    private final JdbcClient jdbc;

    TenantOfTransaction(CurrentTenant current, JdbcClient jdbc) {
        this.current = current;
        this.jdbc = jdbc;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure == null && transaction.isNewTransaction()) {
            current.get().ifPresent(this::tell);
        }
    }

    private void tell(TenantId tenant) {
        jdbc.sql("select set_config('app.tenant', :tenant, true)")
                .param("tenant", tenant.toString())
                .query(String.class)
                .single();
    }
}
