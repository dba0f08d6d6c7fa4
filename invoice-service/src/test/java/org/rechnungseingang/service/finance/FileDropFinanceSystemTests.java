package org.rechnungseingang.service.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rechnungseingang.service.finance.Feedback.Unreadable;
import tools.jackson.databind.json.JsonMapper;

class FileDropFinanceSystemTests extends FinanceSystemContract {

    @TempDir
    private Path directory;

    private int fetched;

    @Override
    FinanceSystem system() {
        return new FileDropFinanceSystem(directory, JsonMapper.builder().build(), Clock.systemUTC());
    }

    /** Fetches them, as the other side does: afterwards they are gone. */
    @Override
    int arrived() {
        for (Path file : files("orders")) {
            delete(file);
            fetched++;
        }
        return fetched;
    }

    @Override
    void pay() {
        for (Path file : files("handed-over")) {
            String key = file.getFileName().toString().replace(".json", "");
            tell(key, "posted");
            tell(key, "paid");
        }
    }

    @Override
    void breakDown() {
        // No directory can be made where a file is, not even by root.
        delete(directory);
        write(directory, "");
    }

    @Test
    void finishesWhatACrashLeftHidden() throws IOException {
        PaymentOrder order = order();
        String name = order.key() + ".json";
        system().handOver(order);
        Files.move(directory.resolve("orders").resolve(name), directory.resolve("orders/." + name + ".tmp"));

        system().handOver(order);

        assertThat(files("orders")).extracting(Path::getFileName).containsExactly(Path.of(name));
    }

    @Test
    void writesAnewWhatACrashLeftHalfWritten() throws IOException {
        PaymentOrder order = order();
        Files.createDirectories(directory.resolve("orders"));
        write(directory.resolve("orders/." + order.key() + ".json.tmp"), "{\"idempot");

        system().handOver(order);

        assertThat(Files.readString(directory.resolve("orders/" + order.key() + ".json")))
                .startsWith("{")
                .endsWith("}")
                .contains("\"idempotencyKey\":\"" + order.key() + "\"");
    }

    @Test
    void waitsForAFileThatIsStillBeingWritten() throws IOException {
        Path young = feedback("a.json", "{\"event\": \"pa");
        feedback("b.json", "{}");

        assertThat(system().feedback("", 10)).isEmpty();

        Files.setLastModifiedTime(young, FileTime.from(Instant.now().minus(Duration.ofMinutes(5))));
        assertThat(system().feedback("", 10)).singleElement().isInstanceOf(Unreadable.class);
    }

    @Test
    void readsNoLinksAndNoOtherFiles() throws IOException {
        Path elsewhere = directory.resolve("elsewhere.json");
        write(elsewhere, "{}");
        feedback("c.txt", "{}");
        feedback(".d.json", "{}");
        Files.createSymbolicLink(directory.resolve("feedback/e.json"), elsewhere);

        assertThat(system().feedback("", 10)).isEmpty();
    }

    @Test
    void setsAsideWhatIsTooLong() throws IOException {
        Path file = feedback("a.json", " ".repeat(70_000));
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofMinutes(5))));

        List<Feedback> read = system().feedback("", 10);

        assertThat(read).singleElement().isInstanceOf(Unreadable.class);
        system().settled(read.get(0));
        assertThat(directory.resolve("set-aside/a.json")).exists();
        assertThat(file).doesNotExist();
        // Another node comes too late.
        system().settled(read.get(0));
    }

    private void tell(String key, String event) {
        feedback("%s-%s.json".formatted(event.equals("posted") ? "1" : "2", key), """
                {"idempotencyKey": "%s", "orderId": "AO-1", "event": "%s", "at": "2026-11-22T10:15:30Z",
                 "amountCents": 1190, "reference": "R-1"}""".formatted(key, event));
    }

    private Path feedback(String name, String content) {
        Path folder = directory.resolve("feedback");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return write(folder.resolve(name), content);
    }

    private List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(Files.createDirectories(directory.resolve(folder)))) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path file, String content) {
        try {
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
