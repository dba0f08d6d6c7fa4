package org.rechnungseingang.service.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rechnungseingang.service.peppol.TestPki;

/** The sample's access point, phase4 in a process of its own, which writes what it receives to a folder and no more. */
final class PhaseFour implements AutoCloseable {

    private static final Duration START_AT_MOST = Duration.ofMinutes(1);

    private final Process process;
    private final Side side;
    private final Path received;

    private PhaseFour(Process process, URI address, Path received) {
        this.process = process;
        this.side = new Side(address, process.toHandle(), Optional.empty());
        this.received = received;
    }

    /**
     * Ready when it returns.
     *
     * @param asItComes otherwise BouncyCastle decrypts the attachments: the JDK's own AES-GCM takes time in the square of
     *     their size where it is used through a stream
     */
    static PhaseFour start(Path folder, boolean asItComes) {
        try {
            Path ready = folder.resolve("phase4.properties");
            Path received = Files.createDirectories(folder.resolve("phase4"));
            Process process = new ProcessBuilder(command(folder, asItComes, ready, received))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("phase4.log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return new PhaseFour(process, URI.create("http://127.0.0.1:" + port(process, ready) + "/as4"), received);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Path folder, boolean asItComes, Path ready, Path received) throws IOException {
        List<String> command = new ArrayList<>(TestPki.command(List.of(
                "receive",
                "--as=access-point",
                "--pki=" + TestPki.folder(),
                "--directory=" + received,
                "--ready=" + ready,
                "--end-with-pid=" + ProcessHandle.current().pid())));
        if (!asItComes) {
            Path security = folder.resolve("phase4.security");
            Files.writeString(
                    security,
                    "security.provider.%d=BC%njdk.security.provider.preferred=AES/GCM/NoPadding:BC%n"
                            .formatted(nextProvider()));
            command.add(1, "-Djava.security.properties=" + security);
        }
        return command;
    }

    private static int nextProvider() {
        return IntStream.iterate(1, number -> number + 1)
                .filter(number -> Security.getProperty("security.provider." + number) == null)
                .findFirst()
                .orElseThrow();
    }

    private static String port(Process process, Path ready) throws IOException {
        long start = System.nanoTime();
        while (!Files.exists(ready)) {
            if (!process.isAlive() || Alone.seconds(start) > START_AT_MOST.toSeconds()) {
                throw new IllegalStateException("phase4 did not start, see phase4.log");
            }
            ServiceProcess.pause(Duration.ofMillis(50));
        }
        Properties facts = new Properties();
        try (InputStream in = Files.newInputStream(ready)) {
            facts.load(in);
        }
        return facts.getProperty("http.port");
    }

    /** Sends it these messages, of which each one has to be there as a file afterwards. */
    Measured receive(List<ReadyMessage> messages, int atOnce) {
        Measured measured = side.measure(messages, atOnce);
        try (Stream<Path> files = Files.list(received)) {
            long count = files.filter(file -> file.toString().endsWith(".xml")).count();
            if (count != messages.size()) {
                throw new IllegalStateException(
                        "phase4 has received " + count + " messages instead of " + messages.size());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ReadyMessage.clear(received);
        return measured;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
