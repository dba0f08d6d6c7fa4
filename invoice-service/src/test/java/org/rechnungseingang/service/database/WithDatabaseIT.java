package org.rechnungseingang.service.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = DatabaseConfiguration.class, webEnvironment = WebEnvironment.NONE)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class
})
@WithDatabase
class WithDatabaseIT {

    @Autowired
    private JdbcClient client;

    @Autowired
    private DatabaseFacts facts;

    @Test
    void worksAsTheApplicationOnADatabaseOfItsOwn() {
        assertThat(client.sql("SELECT session_user || ' ' || current_database()")
                        .query(String.class)
                        .single())
                .startsWith("rechnungseingang_app test_");
        assertThat(facts.own()).isFalse();
    }
}
