package org.rechnungseingang.service.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A database of one's own for a test, on the test JVM's one PostgreSQL, with both roles of the service.
 *
 * <p>Tests with a Spring context write {@link WithDatabase} on their class; others call {@link #migrated()} or
 * {@link #empty()}. With {@code -Dtest.postgres.url=jdbc:postgresql://localhost:5432/postgres} (and
 * {@code test.postgres.user}, {@code test.postgres.password}) the same tests run on another server.
 */
public final class TestDatabase {

    private static final Login OWNER = new Login(Secrets.OWNER, "owner-of-tests");
    private static final Login APPLICATION = new Login(Secrets.APPLICATION, "application-of-tests");

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** A database as {@code create-database.sql} leaves it. */
    public static TestDatabase empty() {
        return create(List.of());
    }

    /** A database with the service's tables: a copy of one that was migrated once in this JVM. */
    public static TestDatabase migrated() {
        return create(List.of(Template.NAME));
    }

    /** The database behind an address that {@link #url()} has given. */
    public static TestDatabase at(String url) {
        return new TestDatabase(url.replaceAll("\\?.*", "").replaceAll(".*/", ""));
    }

    String name() {
        return name;
    }

    public String url() {
        return TestServer.get().url(name);
    }

    /** Connections as the role that owns the tables. */
    public DataSource owner() {
        return TestServer.get().connect(name, OWNER);
    }

    /** Connections as the service. */
    public DataSource application() {
        return TestServer.get().connect(name, APPLICATION);
    }

    /** Connections that no rule binds, for a look behind row-level security. */
    public DataSource superuser() {
        return TestServer.get().connect(name, TestServer.get().superuser());
    }

    /** What the service's configuration needs to run on this database. */
    public Map<String, String> properties() {
        return Map.of(
                "spring.datasource.url", url(),
                "spring.datasource.username", APPLICATION.username(),
                "spring.datasource.password", APPLICATION.password(),
                "rechnungseingang.database.owner.username", OWNER.username(),
                "rechnungseingang.database.owner.password", OWNER.password());
    }

    /** For {@code @DynamicPropertySource}. */
    public void register(DynamicPropertyRegistry registry) {
        properties().forEach((key, value) -> registry.add(key, () -> value));
    }

    // The operator's script itself, so that each run proves it on the server at hand.
    private static synchronized TestDatabase create(List<String> template) {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        JdbcClient server = JdbcClient.create(
                TestServer.get().connect("postgres", TestServer.get().superuser()));
        for (String statement : script()) {
            String own = statement.replaceAll("DATABASE rechnungseingang\\b", "DATABASE " + name);
            if (!own.contains("CREATE ROLE") || !roleExists(server, own)) {
                server.sql(template.isEmpty() ? own : own.replace("template0", template.get(0)))
                        .update();
            }
        }
        setPassword(server, OWNER);
        setPassword(server, APPLICATION);
        TestServer.get().databases().add(name);
        return new TestDatabase(name);
    }

    private static List<String> script() {
        try {
            String text =
                    new ClassPathResource("database/create-database.sql").getContentAsString(StandardCharsets.UTF_8);
            return Arrays.stream(text.split(";\\s*\\n"))
                    .filter(statement -> !statement.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean roleExists(JdbcClient server, String statement) {
        return server.sql(
                        "SELECT EXISTS (SELECT FROM pg_roles WHERE :statement LIKE '%CREATE ROLE ' || rolname || ' %')")
                .param("statement", statement)
                .query(Boolean.class)
                .single();
    }

    private static void setPassword(JdbcClient server, Login login) {
        server.sql("ALTER ROLE %s PASSWORD '%s'".formatted(login.username(), login.password()))
                .update();
    }

    private static final class Template {
        private static final String NAME = migrate();

        private static String migrate() {
            TestDatabase template = empty();
            Flyway.configure()
                    .dataSource(template.owner())
                    .placeholders(Map.of("application_role", APPLICATION.username()))
                    .load()
                    .migrate();
            return template.name;
        }
    }
}
