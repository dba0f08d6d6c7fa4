package org.rechnungseingang.service.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * One node on a PostgreSQL of its own that writes through to the disk; it can be killed and started again on what it has
 * left. A killed node's database lives on until the next start: what was committed can be read there.
 */
final class MortalService implements AutoCloseable {

    private final Path folder;
    private final KeptDatabase database;
    private final Map<String, String> properties;
    private Node node;

    private MortalService(Path folder, Map<String, String> properties) {
        this.folder = folder;
        this.database = new KeptDatabase(folder.resolve("postgres"));
        this.properties = new HashMap<>(properties);
        this.properties.putAll(database.properties());
        // How soon a dead node's jobs are taken over is shown elsewhere; here it would only be waited for.
        this.properties.put("db-scheduler.heartbeat-interval", "500ms");
        this.node = started();
    }

    /** Ready when this returns. */
    static MortalService start(Map<String, String> properties) {
        try {
            return new MortalService(Files.createTempDirectory("mortal"), properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Node node() {
        return node;
    }

    /** SIGKILL. */
    void kill() {
        node.kill();
    }

    /** Ready when this returns. */
    void startAgain() {
        node = started();
    }

    Evidence evidence() {
        return new Evidence(database.superuser());
    }

    long count(String tableAndCondition) {
        try (Evidence evidence = evidence()) {
            return evidence.count(tableAndCondition);
        }
    }

    @Override
    public void close() {
        try {
            node.close();
        } finally {
            database.close();
        }
        if (database.server().isPresent()) {
            throw new IllegalStateException("The node's PostgreSQL has outlived it in " + folder);
        }
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Node started() {
        return Node.start(folder.resolve("node.log"), properties).awaitReady();
    }
}
