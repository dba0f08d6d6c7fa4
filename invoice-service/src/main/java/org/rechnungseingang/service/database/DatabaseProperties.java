package org.rechnungseingang.service.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the service reaches its database, beside {@code spring.datasource.*}.
 *
 * @param directory where the own PostgreSQL keeps everything; it survives a restart
 * @param programDirectory where its programs are unpacked to; inside {@code directory} when not given
 * @param port the own PostgreSQL's port on the loopback interface; 0 takes a free one
 * @param maxConnections how many connections the own PostgreSQL accepts
 * @param owner the login that owns the tables and runs the migrations on the operator's PostgreSQL
 * @param application where the password of {@code spring.datasource.username} lies, when it is in a file
 */
@ConfigurationProperties("rechnungseingang.database")
record DatabaseProperties(
        @DefaultValue("data/postgres") String directory,
        Optional<String> programDirectory,
        @DefaultValue("0") int port,
        @DefaultValue("50") int maxConnections,
        @DefaultValue Owner owner,
        @DefaultValue Application application) {

    /** The login that owns the tables; the password stands here or in a file. */
    record Owner(
            @DefaultValue("rechnungseingang_owner") String username,
            Optional<String> password,
            Optional<String> passwordFile) {

        Login login() {
            return password.or(() -> passwordFile.map(DatabaseProperties::read))
                    .map(secret -> new Login(username, secret))
                    .orElseThrow(Refusals::ownerMissing);
        }
    }

    /** The password file of the service's own login. */
    record Application(Optional<String> passwordFile) {

        Optional<String> password() {
            return passwordFile.map(DatabaseProperties::read);
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).stripTrailing();
        } catch (IOException e) {
            throw Refusals.passwordFileUnreadable(file, new UncheckedIOException(e));
        }
    }
}
