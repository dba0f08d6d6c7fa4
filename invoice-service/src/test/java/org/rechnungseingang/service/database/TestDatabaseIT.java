package org.rechnungseingang.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseIT {

    @Test
    void isNotSharedWithAnotherTest() {
        JdbcClient one = JdbcClient.create(TestDatabase.migrated().owner());
        JdbcClient other = JdbcClient.create(TestDatabase.migrated().owner());

        one.sql("CREATE TABLE mine ()").update();

        assertThatThrownBy(() -> other.sql("SELECT FROM mine").query().listOfRows())
                .rootCause()
                .hasMessageContaining("\"mine\" does not exist");
    }

    @Test
    void belongsToTheOwnerOnly() {
        TestDatabase database = TestDatabase.migrated();

        assertThat(ApplicationRole.check(JdbcClient.create(database.application())))
                .isEqualTo("rechnungseingang_app");
        assertThat(JdbcClient.create(database.application())
                        .sql("SELECT datacl::text FROM pg_database WHERE datname = current_database()")
                        .query(String.class)
                        .single())
                .isEqualTo("{rechnungseingang_owner=CTc/rechnungseingang_owner,"
                        + "rechnungseingang_app=c/rechnungseingang_owner}");
    }
}
