package org.rechnungseingang.service.database;

import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A process to be killed: starts the server in the directory given, says what it found and counts on, each number
 * printed after its commit.
 */
final class Writing {

    private Writing() {}

    public static void main(String[] arguments) {
        OwnServer server = OwnServers.start(Path.of(arguments[0]));
        JdbcClient owner = OwnServers.asOwner(server);
        owner.sql("CREATE TABLE IF NOT EXISTS counted (number bigint PRIMARY KEY)")
                .update();
        long last = owner.sql("SELECT coalesce(max(number), 0) FROM counted")
                .query(Long.class)
                .single();
        say("found " + last);
        while (true) {
            last++;
            owner.sql("INSERT INTO counted VALUES (:number)")
                    .param("number", last)
                    .update();
            say("wrote " + last);
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
