package org.rechnungseingang.service.town;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.rechnungseingang.service.database.TestDatabase;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A look behind row security, and a hand there: what somebody with the database's highest rights could do. */
public class Behind {

    private final JdbcClient superuser;
    private final TransactionTemplate transaction;

    Behind(Environment environment) {
        DataSource source = TestDatabase.at(environment.getRequiredProperty("spring.datasource.url"))
                .superuser();
        this.superuser = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    public long count(String tableAndCondition, Object... parameters) {
        return superuser
                .sql("select count(*) from " + tableAndCondition)
                .params(parameters)
                .query(Long.class)
                .single();
    }

    /** Waits until no stage is at work or waiting: nothing is written any more but by the test itself. */
    public void awaitIdle() {
        await().atMost(Duration.ofMinutes(1)).until(() -> count("scheduled_tasks where task_name = 'stage'") == 0);
    }

    /** Changes rows as only a superuser can: keys are checked, references are not. */
    public void changePastAllConstraints(String act, Object... parameters) {
        transaction.executeWithoutResult(status -> {
            superuser.sql("set local session_replication_role = replica").update();
            superuser.sql(act).params(parameters).update();
        });
    }

    /** Withdraws one of somebody's powers, if he has any; nobody decides by it any more from that moment on. */
    public void withdrawAPower(UUID account) {
        transaction.executeWithoutResult(status -> superuser
                .sql("select id from power where account = ? and withdrawn_at is null limit 1 for update")
                .param(account)
                .query(UUID.class)
                .optional()
                .ifPresent(power -> superuser
                        .sql("update power set withdrawn_at = clock_timestamp() where id = ?")
                        .param(power)
                        .update()));
    }

    public JdbcClient sql() {
        return superuser;
    }
}
