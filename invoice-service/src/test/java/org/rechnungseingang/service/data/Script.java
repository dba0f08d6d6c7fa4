package org.rechnungseingang.service.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Statements of a file with named parameters, run by the owner: past row security. */
record Script(String name) {

    void run(DataSource owner, Map<String, ?> parameters) {
        JdbcClient jdbc = JdbcClient.create(owner);
        statements().forEach(statement -> jdbc.sql(statement).params(parameters).update());
    }

    private Stream<String> statements() {
        try {
            String script = new ClassPathResource("data/" + name).getContentAsString(StandardCharsets.UTF_8);
            return Stream.of(script.split(";\\s*\\n")).filter(statement -> !statement.isBlank());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
