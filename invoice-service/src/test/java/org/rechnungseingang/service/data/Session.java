package org.rechnungseingang.service.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One connection of the application role, used as the service uses it: a tenant is set for a transaction. */
final class Session implements AutoCloseable {

    private final SingleConnectionDataSource connection;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    private Session(Connection connection) {
        this.connection = new SingleConnectionDataSource(connection, true);
        this.jdbc = JdbcClient.create(this.connection);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(this.connection));
    }

    static Session of(DataSource source) throws SQLException {
        return new Session(source.getConnection());
    }

    /** Does the work in a transaction of this tenant, which is rolled back. */
    <T> T as(UUID tenant, Function<JdbcClient, T> work) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            jdbc.sql("select set_config('app.tenant', ?, true)")
                    .param(tenant.toString())
                    .query(String.class)
                    .single();
            return work.apply(jdbc);
        });
    }

    /** Does the work in a transaction for which nobody has set a tenant. */
    <T> T asNobody(Function<JdbcClient, T> work) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            return work.apply(jdbc);
        });
    }

    @Override
    public void close() throws SQLException {
        connection.getConnection().unwrap(Connection.class).close();
        connection.destroy();
    }
}
