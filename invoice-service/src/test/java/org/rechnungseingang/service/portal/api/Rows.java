package org.rechnungseingang.service.portal.api;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A look at the tables themselves, behind row security. */
final class Rows {

    private final JdbcClient owner;

    Rows(Environment environment) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(environment.getRequiredProperty("spring.datasource.url"));
        source.setUser(environment.getRequiredProperty("rechnungseingang.database.owner.username"));
        source.setPassword(environment.getRequiredProperty("rechnungseingang.database.owner.password"));
        this.owner = JdbcClient.create(source);
    }

    long count(String table) {
        return owner.sql("select count(*) from " + table).query(Long.class).single();
    }

    /** How many rows each table has, once no stage is at work or waiting. */
    Map<String, Long> quiet() {
        await().atMost(Duration.ofMinutes(1)).until(() -> count("scheduled_tasks where task_name = 'stage'") == 0);
        Map<String, Long> counts = new TreeMap<>();
        tables().forEach(table -> counts.put(table, count(table)));
        return counts;
    }

    List<String> tables() {
        return owner.sql("select tablename from pg_tables where schemaname = 'public'")
                .query(String.class)
                .list();
    }
}
