package org.rechnungseingang.service.tenant;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizers;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;

/**
 * Opens transactions, and tells the database with each of them which tenant it is for. Without a tenant nothing is set, and
 * the first statement on a table with row security fails.
 *
 * <p>It is told before the transaction counts as open. A listener comes after that: when the database does not answer it,
 * the connection stays with the thread, which would never have another.
 */
@Component
class TenantOfTransaction extends JdbcTransactionManager {

    private static final long serialVersionUID = 1;

    private final transient CurrentTenant current;

    TenantOfTransaction(
            DataSource source, CurrentTenant current, ObjectProvider<TransactionManagerCustomizers> customizers) {
        super(source);
        this.current = current;
        customizers.ifAvailable(all -> all.customize(this));
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        Optional<TenantId> tenant = current.get();
        if (tenant.isPresent()) {
            try (PreparedStatement tell = connection.prepareStatement("select set_config('app.tenant', ?, true)")) {
                tell.setString(1, tenant.get().toString());
                tell.execute();
            }
        }
    }
}
