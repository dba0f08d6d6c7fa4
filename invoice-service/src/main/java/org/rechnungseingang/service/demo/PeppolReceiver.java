package org.rechnungseingang.service.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** The Peppol sender of the samples as it receives: status messages for the supplier's provider lie in a folder. */
final class PeppolReceiver implements AutoCloseable {

    private static final int LONGEST_SECONDS = 90;

    private final Process process;
    private final Path ready;

    private PeppolReceiver(Process process, Path ready) {
        this.process = process;
        this.ready = ready;
    }

    /** Starts the program; where it listens is known somewhat later. */
    static PeppolReceiver start(PeppolSender program, Path directory) {
        Path received = directory.resolve("peppol-received");
        Path ready = directory.resolve("peppol-receiver.ready");
        try {
            Files.createDirectories(received);
            Files.deleteIfExists(ready);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Process process = program.start(List.of(
                "receive",
                "--pki=" + program.certificates(),
                "--directory=" + received,
                "--ready=" + ready,
                "--end-with-pid=" + ProcessHandle.current().pid()));
        return new PeppolReceiver(process, ready);
    }

    /**
     * Waits until it listens.
     *
     * @throws IllegalStateException if it does not
     */
    URI await() {
        try {
            for (int tenth = 0; tenth < LONGEST_SECONDS * 10; tenth++) {
                if (Files.exists(ready)) {
                    return URI.create("http://127.0.0.1:" + port() + "/as4");
                }
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
        throw new IllegalStateException("The Peppol receiver does not listen, see the log beside " + ready);
    }

    private String port() {
        Properties facts = new Properties();
        try (InputStream in = Files.newInputStream(ready)) {
            facts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return facts.getProperty("http.port");
    }

    @Override
    public void close() {
        process.destroy();
    }
}
