package org.rechnungseingang.service.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class DatabaseConfigurationIT {

    private static final String HISTORY_OWNER =
            "SELECT tableowner FROM pg_tables WHERE tablename = 'flyway_schema_history'";

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class,
                    FlywayAutoConfiguration.class))
            .withUserConfiguration(DatabaseConfiguration.class);

    @TempDir
    private Path directory;

    @BeforeEach
    void prepare() {
        OwnServers.prepare(directory);
    }

    @Test
    void bringsItsOwnServerWithoutADataSource() {
        own().run(context -> {
            DatabaseFacts facts = context.getBean(DatabaseFacts.class);

            assertThat(facts.own()).isTrue();
            assertThat(facts.directory()).contains(directory.toRealPath());
            assertThat(facts.version()).startsWith("18.");
            assertThat(facts.url()).startsWith("jdbc:postgresql://127.0.0.1:").endsWith("/rechnungseingang");
            assertThat(facts.applicationRole()).isEqualTo("rechnungseingang_app");
            assertThat(facts.durability().complete()).isTrue();
        });
    }

    @Test
    void migratesAsTheOwnerAndWorksAsTheApplication() {
        own().run(context -> {
            JdbcClient client = context.getBean(JdbcClient.class);

            assertThat(client.sql(HISTORY_OWNER).query(String.class).single()).isEqualTo("rechnungseingang_owner");
            assertThat(client.sql("SELECT session_user").query(String.class).single())
                    .isEqualTo("rechnungseingang_app");
        });
    }

    @Test
    void closesThePoolBeforeTheServer(CapturedOutput output) {
        own().run(context -> assertThat(context.getBean(DataSource.class)).isInstanceOf(HikariDataSource.class));

        assertThat(output.getOut())
                .containsSubsequence("Shutdown initiated", "Shutdown completed", "PostgreSQL has stopped");
    }

    @Test
    void refusesToLoseWhatItAcknowledged() {
        try (OwnServer server = OwnServers.start(directory)) {
            OwnServers.as(server, server.secrets().superuserLogin())
                    .sql("ALTER ROLE rechnungseingang_app SET synchronous_commit = off")
                    .update();
        }

        own().run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("synchronous_commit=off"));
    }

    @Test
    void logsInTwiceOnTheOperatorsServer() {
        external(Map.of()).run(context -> {
            DatabaseFacts facts = context.getBean(DatabaseFacts.class);
            JdbcClient client = context.getBean(JdbcClient.class);

            assertThat(context).doesNotHaveBean(OwnServer.class);
            assertThat(facts.own()).isFalse();
            assertThat(facts.directory()).isEmpty();
            assertThat(facts.applicationRole()).isEqualTo("rechnungseingang_app");
            assertThat(client.sql(HISTORY_OWNER).query(String.class).single()).isEqualTo("rechnungseingang_owner");
        });
    }

    @Test
    void warnsOfAForeignServerThatDoesNotWriteDurably(CapturedOutput output) {
        TestDatabase database = TestDatabase.empty();
        JdbcClient.create(database.superuser())
                .sql("ALTER DATABASE %s SET synchronous_commit = off".formatted(database.name()))
                .update();

        external(database, Map.of()).run(context -> assertThat(context).hasNotFailed());

        assertThat(output.getOut()).contains("PostgreSQL does not write durably", "synchronous_commit=off");
    }

    @Test
    void refusesToWorkAsASuperuser() {
        Login superuser = TestServer.get().superuser();

        external(Map.of(
                        "spring.datasource.username", superuser.username(),
                        "spring.datasource.password", superuser.password()))
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(DatabaseRefused.class)
                        .hasMessageContaining("may do too much: ")
                        .hasMessageContaining("SUPERUSER"));
    }

    @Test
    void refusesOneRoleForBoth() {
        external(Map.of("spring.datasource.username", "rechnungseingang_owner"))
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(DatabaseRefused.class)
                        .hasMessageContaining("they must be two roles"));
    }

    @Test
    void refusesAnApplicationThatOwnsATable() {
        TestDatabase database = TestDatabase.empty();
        JdbcClient.create(database.superuser())
                .sql("CREATE TABLE mine (); ALTER TABLE mine OWNER TO rechnungseingang_app")
                .update();

        external(database, Map.of("spring.flyway.enabled", "false"))
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(DatabaseRefused.class)
                        .hasMessageContaining("OWNER public.mine"));
    }

    @Test
    void needsNoOwnerWhenSomebodyElseMigrates() {
        external(Map.of("spring.flyway.enabled", "false", "rechnungseingang.database.owner.password", ""))
                .run(context -> assertThat(context).hasSingleBean(DatabaseFacts.class));
    }

    private ApplicationContextRunner own() {
        return service.withPropertyValues(
                "rechnungseingang.database.directory=" + directory,
                "rechnungseingang.database.program-directory=" + TestServer.PROGRAM);
    }

    private ApplicationContextRunner external(Map<String, String> changed) {
        return external(TestDatabase.empty(), changed);
    }

    private ApplicationContextRunner external(TestDatabase database, Map<String, String> changed) {
        Map<String, String> properties = new HashMap<>(database.properties());
        properties.putAll(changed);
        return service.withPropertyValues(properties.entrySet().stream()
                .map(property -> property.getKey() + "=" + property.getValue())
                .toArray(String[]::new));
    }
}
