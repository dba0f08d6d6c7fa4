package org.rechnungseingang.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL at any moment; {@code -Dtest.kill.rounds} makes it longer. */
class KilledServiceIT {

    private static final int ROUNDS = Integer.getInteger("test.kill.rounds", 5);

    private final Random random = new Random();

    @TempDir
    private Path directory;

    @Test
    void keepsEveryAcknowledgedRowAndLeavesNoGap() throws Exception {
        OwnServers.prepare(directory);
        long acknowledged = 0;
        for (int round = 0; round < ROUNDS; round++) {
            try (KilledProcess process = KilledProcess.start(directory)) {
                assertThat(process.await("found")).as("round %d", round).isBetween(acknowledged, acknowledged + 1);
                long first = process.await("wrote");
                acknowledged = Math.max(first, process.killAfter(random.nextInt(400)));
            }
        }
        try (OwnServer server = OwnServers.start(directory)) {
            long rows = count(server, "SELECT count(*) FROM counted");
            assertThat(rows).isBetween(acknowledged, acknowledged + 1);
            assertThat(count(server, "SELECT max(number) FROM counted")).isEqualTo(rows);
        }
    }

    @Test
    void startsAfterBeingKilledDuringTheFirstStart() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            try (KilledProcess process = KilledProcess.start(directory)) {
                awaitFirstFiles();
                process.killAfter(random.nextInt(1500));
            }
        }
        try (OwnServer server = OwnServers.start(directory)) {
            assertThat(count(server, "SELECT 1")).isEqualTo(1);
        }
    }

    @Test
    void endsTheServerThatAKilledServiceLeftBehind() throws Exception {
        OwnServers.prepare(directory);
        long leftOver;
        try (KilledProcess process = KilledProcess.start(directory)) {
            process.await("wrote");
            process.killAfter(0);
            leftOver = Long.parseLong(Files.readAllLines(directory.resolve("cluster/postmaster.pid"))
                    .get(0));
            assertThat(comm(leftOver)).isEqualTo("postgres");
        }

        try (OwnServer server = OwnServers.start(directory)) {
            assertThat(server.pid()).isNotEqualTo(leftOver);
            assertThat(state(leftOver)).isIn("gone", "zombie");
        }
    }

    @Test
    void refusesASecondServiceOnTheSameDirectory() throws Exception {
        OwnServers.prepare(directory);
        try (OwnServer server = OwnServers.start(directory);
                KilledProcess second = KilledProcess.start(directory)) {
            assertThat(second.awaitEnd())
                    .contains("is held by a running service already: PID "
                            + ProcessHandle.current().pid());
            assertThat(count(server, "SELECT 1")).isEqualTo(1);
        }
    }

    @Test
    void isRefusedWhileAnotherServiceHoldsTheDirectory() throws Exception {
        OwnServers.prepare(directory);
        try (KilledProcess first = KilledProcess.start(directory)) {
            first.await("wrote");

            DatabaseRefused refused = assertThrows(DatabaseRefused.class, () -> OwnServers.start(directory));

            assertThat(refused).hasMessageContaining("PID " + first.pid());
            assertThat(first.await("wrote")).isPositive();
            first.killAfter(0);
        }
        OwnServers.start(directory).close();
    }

    // From here on the first start is under way.
    private void awaitFirstFiles() {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    try (var files = Files.list(directory)) {
                        return files.anyMatch(
                                file -> file.getFileName().toString().startsWith("cluster"));
                    }
                });
    }

    private static long count(OwnServer server, String sql) {
        return OwnServers.asOwner(server).sql(sql).query(Long.class).single();
    }

    private static String comm(long pid) throws Exception {
        return Files.readString(Path.of("/proc/" + pid + "/comm")).strip();
    }

    private static String state(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/stat")).contains(") Z ") ? "zombie" : "running";
        } catch (IOException e) {
            return "gone";
        }
    }
}
