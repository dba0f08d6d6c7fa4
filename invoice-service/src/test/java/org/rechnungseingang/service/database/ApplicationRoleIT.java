package org.rechnungseingang.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ApplicationRoleIT {

    private final TestDatabase database = TestDatabase.empty();
    private final JdbcClient superuser = JdbcClient.create(database.superuser());
    private final String role = "role_" + UUID.randomUUID().toString().substring(0, 8);
    private final JdbcClient session =
            JdbcClient.create(TestServer.get().connect(database.name(), new Login(role, "p")));

    @BeforeEach
    void createRole() {
        run("CREATE ROLE %s LOGIN PASSWORD 'p'".formatted(role));
        run("GRANT CONNECT ON DATABASE %s TO %s".formatted(database.name(), role));
    }

    @AfterEach
    void dropRole() {
        run("DROP OWNED BY %s".formatted(role));
        run("DROP ROLE %s".formatted(role));
    }

    @Test
    void isNamedWhenItHasNoPower() {
        assertThat(ApplicationRole.check(session)).isEqualTo(role);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUPERUSER", "BYPASSRLS", "CREATEROLE", "CREATEDB", "REPLICATION"})
    void isRefusedWithAPowerOfItsOwn(String power) {
        run("ALTER ROLE %s %s".formatted(role, power));

        assertThatThrownBy(() -> ApplicationRole.check(session))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining(power);
    }

    @Test
    void isRefusedWhenItOwnsATable() {
        run("CREATE TABLE mine (); ALTER TABLE mine OWNER TO %s".formatted(role));

        assertThatThrownBy(() -> ApplicationRole.check(session))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("OWNER public.mine");
    }

    @Test
    void isRefusedWhenItCanBecomeTheOwner() {
        JdbcClient.create(database.owner()).sql("CREATE TABLE ours ()").update();
        run("GRANT rechnungseingang_owner TO %s".formatted(role));

        assertThatThrownBy(() -> ApplicationRole.check(session))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("OWNER public.ours");
    }

    private void run(String sql) {
        superuser.sql(sql).update();
    }
}
