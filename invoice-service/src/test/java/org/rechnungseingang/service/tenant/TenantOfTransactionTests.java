package org.rechnungseingang.service.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizers;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

class TenantOfTransactionTests {

    private final List<String> called = new ArrayList<>();
    private final DataSource silent = new Silent();
    private final CurrentTenant current = new CurrentTenant();
    private final TransactionTemplate transaction = new TransactionTemplate(new TenantOfTransaction(
            silent, current, new DefaultListableBeanFactory().getBeanProvider(TransactionManagerCustomizers.class)));

    @Test
    void leavesNothingToTheThreadWhenTheDatabaseDoesNotAnswer() {
        TenantId town = new TenantId(UUID.randomUUID());

        for (int attempt = 1; attempt <= 2; attempt++) {
            called.clear();
            assertThatThrownBy(() -> current.runWithin(town, () -> transaction.executeWithoutResult(status -> {})))
                    .isInstanceOf(CannotCreateTransactionException.class);
            assertThat(called).contains("getConnection", "prepareStatement", "close");
            assertThat(TransactionSynchronizationManager.hasResource(silent)).isFalse();
            assertThat(TransactionSynchronizationManager.isSynchronizationActive())
                    .isFalse();
        }
    }

    @Test
    void tellsNothingWithoutATenant() {
        transaction.executeWithoutResult(status -> {});

        assertThat(called).contains("commit").doesNotContain("prepareStatement");
    }

    /** Its connections can be had, and answer no statement. */
    private final class Silent extends AbstractDataSource {

        @Override
        public Connection getConnection() {
            called.add("getConnection");
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        called.add(method.getName());
                        if (method.getName().equals("prepareStatement")) {
                            throw new SQLException("no answer", "08006");
                        }
                        return method.getReturnType() == boolean.class ? Boolean.TRUE : null;
                    });
        }

        @Override
        public Connection getConnection(String username, String password) {
            return getConnection();
        }
    }
}
