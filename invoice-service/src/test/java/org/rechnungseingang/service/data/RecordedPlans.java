package org.rechnungseingang.service.data;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The plans that the server has really used for the service's statements, functions included: {@code auto_explain} sends
 * them as notices, and this picks the notices up at every connection of the service.
 */
final class RecordedPlans implements BeanPostProcessor {

    private final List<String> plans = new ArrayList<>();

    /** Switches the notices on for new connections of the application role to this database. */
    static void switchOn(DataSource superuser) {
        JdbcClient jdbc = JdbcClient.create(superuser);
        String database =
                jdbc.sql("select current_database()").query(String.class).single();
        for (String setting : List.of(
                "session_preload_libraries = 'auto_explain'",
                "auto_explain.log_min_duration = 0",
                "auto_explain.log_nested_statements = on",
                "auto_explain.log_level = 'notice'")) {
            jdbc.sql("alter role rechnungseingang_app in database " + database + " set " + setting)
                    .update();
        }
    }

    /** The plans since the last call. */
    synchronized List<String> take() {
        List<String> taken = List.copyOf(plans);
        plans.clear();
        return taken;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source
                ? new DelegatingDataSource(source) {
                    @Override
                    public Connection getConnection() throws SQLException {
                        return recorded(super.getConnection());
                    }
                }
                : bean;
    }

    private Connection recorded(Connection connection) {
        return proxy(Connection.class, connection, (method, result) -> {
            // A plan is told when its cursor ends: at the next statement, or with the transaction.
            if (Set.of("commit", "rollback", "setAutoCommit").contains(method.getName())) {
                note(connection.getWarnings());
                connection.clearWarnings();
            }
            return result instanceof PreparedStatement statement ? recorded(statement) : result;
        });
    }

    private PreparedStatement recorded(PreparedStatement statement) {
        return proxy(PreparedStatement.class, statement, (method, result) -> {
            if (method.getName().startsWith("execute")) {
                note(statement.getWarnings());
                statement.clearWarnings();
            }
            return result;
        });
    }

    private synchronized void note(SQLWarning first) {
        for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
            plans.add(warning.getMessage());
        }
    }

    private static <T> T proxy(Class<T> type, T target, After after) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return after.call(method, method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** What is done after a call with its result. */
    private interface After {
        Object call(Method method, Object result) throws SQLException;
    }
}
