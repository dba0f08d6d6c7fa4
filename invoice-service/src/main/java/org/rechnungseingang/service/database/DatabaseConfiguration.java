package org.rechnungseingang.service.database;

import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Chooses the PostgreSQL and hands Spring Boot the two logins. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DatabaseProperties.class, DataSourceProperties.class})
class DatabaseConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseConfiguration.class);

    // The pool depends on the connections, these on the server: Spring closes the pool first.
    @Bean
    @Conditional(NoDataSourceUrl.class)
    OwnServer ownServer(DatabaseProperties properties) {
        return OwnServer.start(new ServerSettings(
                Path.of(properties.directory()),
                properties.programDirectory().map(Path::of),
                properties.port(),
                properties.maxConnections(),
                true));
    }

    @Bean
    @Conditional(NoDataSourceUrl.class)
    Connections ownConnections(OwnServer server) {
        return Connections.to(server);
    }

    @Bean
    @Conditional(DataSourceUrl.class)
    Connections operatorsConnections(DatabaseProperties properties, DataSourceProperties dataSource) {
        return Connections.to(dataSource, properties);
    }

    @Bean
    JdbcConnectionDetails applicationConnection(Connections connections) {
        return connections.application();
    }

    @Bean
    @ConditionalOnProperty(name = "spring.flyway.enabled", matchIfMissing = true)
    FlywayConnectionDetails ownerConnection(Connections connections) {
        return connections.owner();
    }

    @Bean
    @ConditionalOnProperty(name = "spring.flyway.enabled", matchIfMissing = true)
    FlywayMigrationStrategy ownerMigrations() {
        return new OwnerMigrations();
    }

    // Migrations grant to ${application_role}: an operator may have named it otherwise.
    @Bean
    FlywayConfigurationCustomizer roleNames(Connections connections) {
        return flyway -> flyway.placeholders(
                Map.of("application_role", connections.applicationLogin().username()));
    }

    @Bean
    @DependsOnDatabaseInitialization
    DatabaseFacts databaseFacts(DataSource dataSource, Connections connections) {
        JdbcClient database = JdbcClient.create(dataSource);
        ServerVersion version = ServerVersion.check(database);
        String role = ApplicationRole.check(database);
        Durability durability = Durability.of(database);
        if (!durability.complete()) {
            if (connections.directory().isPresent()) {
                throw Refusals.unsafe(durability);
            }
            LOG.warn("{}", Refusals.unsafe(durability).getMessage());
        }
        return new DatabaseFacts(version.text(), connections.publicUrl(), role, connections.directory(), durability);
    }

    /** No data source is configured, so the service brings its own. */
    static final class NoDataSourceUrl implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment()
                    .getProperty("spring.datasource.url", "")
                    .isBlank();
        }
    }

    /** The operator named a PostgreSQL. */
    static final class DataSourceUrl implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !new NoDataSourceUrl().matches(context, metadata);
        }
    }
}
