package org.rechnungseingang.service.database;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * One database, two logins.
 *
 * @param ownerLogin asked only when the service itself migrates
 * @param directory where the own PostgreSQL keeps its data; empty for the operator's server
 */
record Connections(String url, Login applicationLogin, Supplier<Login> ownerLogin, Optional<Path> directory) {

    static Connections to(OwnServer server) {
        return new Connections(
                server.url(OwnServer.DATABASE),
                server.secrets().applicationLogin(),
                () -> server.secrets().ownerLogin(),
                Optional.of(server.directory()));
    }

    static Connections to(DataSourceProperties dataSource, DatabaseProperties properties) {
        String username = Optional.ofNullable(dataSource.getUsername()).orElse(Secrets.APPLICATION);
        String password = properties
                .application()
                .password()
                .or(() -> Optional.ofNullable(dataSource.getPassword()))
                .orElse("");
        return new Connections(
                dataSource.determineUrl(),
                new Login(username, password),
                () -> properties.owner().login(),
                Optional.empty());
    }

    JdbcConnectionDetails application() {
        return new Application(url, applicationLogin);
    }

    FlywayConnectionDetails owner() {
        Login owner = ownerLogin.get();
        if (owner.username().equals(applicationLogin.username())) {
            throw Refusals.sameLogin(owner.username());
        }
        return new Owner(url, owner);
    }

    /** The address without its parameters, which may hold a password. */
    String publicUrl() {
        return url.split("\\?", 2)[0];
    }

    private record Application(String url, Login login) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return login.username();
        }

        @Override
        public String getPassword() {
            return login.password();
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }
    }

    private record Owner(String url, Login login) implements FlywayConnectionDetails {

        @Override
        public String getUsername() {
            return login.username();
        }

        @Override
        public String getPassword() {
            return login.password();
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }
    }
}
