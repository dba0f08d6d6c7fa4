package org.rechnungseingang.service.database;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How the own PostgreSQL is to run.
 *
 * @param port 0 takes a free one
 * @param durable false only in tests whose data nobody misses
 */
record ServerSettings(Path directory, Optional<Path> programDirectory, int port, int maxConnections, boolean durable) {

    /** Settings on the command line, since they win over the configuration files and ALTER SYSTEM. */
    String options(int port) {
        String safe = durable ? "on" : "off";
        return List.of(
                        "listen_addresses=" + OwnServer.HOST,
                        "port=" + port,
                        "unix_socket_directories=",
                        "max_connections=" + maxConnections,
                        "fsync=" + safe,
                        "full_page_writes=" + safe,
                        "synchronous_commit=" + safe,
                        "password_encryption=scram-sha-256",
                        "cluster_name=rechnungseingang",
                        "logging_collector=on",
                        "log_filename=postgresql-%a.log",
                        "log_truncate_on_rotation=on",
                        "log_rotation_age=1d",
                        "log_rotation_size=0")
                .stream()
                .map(setting -> "-c " + setting)
                .collect(Collectors.joining(" "));
    }
}
