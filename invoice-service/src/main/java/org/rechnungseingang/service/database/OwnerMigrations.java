package org.rechnungseingang.service.database;

import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Migrates as the owner, after a look at whether this server is one the service knows. */
final class OwnerMigrations implements FlywayMigrationStrategy {

    @Override
    public void migrate(Flyway flyway) {
        ServerVersion.check(JdbcClient.create(flyway.getConfiguration().getDataSource()));
        flyway.migrate();
    }
}
