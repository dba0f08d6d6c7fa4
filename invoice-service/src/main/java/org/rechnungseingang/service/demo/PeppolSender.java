package org.rechnungseingang.service.demo;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The Peppol sender of the samples, a program of its own whose libraries do not go together with the service's: it makes the
 * demo's certificates and sends samples as another access point would.
 */
final class PeppolSender {

    private static final String MAIN = "org.rechnungseingang.samples.peppol.Main";
    private static final int LONGEST_MINUTES = 3;

    private final Path program;
    private final Path directory;

    /**
     * The program.
     *
     * @param program folder with {@code classes} and {@code lib}
     * @param directory for the certificates and its log
     */
    PeppolSender(Path program, Path directory) {
        this.program = program;
        this.directory = directory;
    }

    /** Where the certificates are. */
    Path certificates() {
        return directory.resolve("peppol");
    }

    /**
     * Makes the certificates, unless they are there and last.
     *
     * @throws IllegalStateException if the program is not built or fails
     */
    void makeCertificates() {
        if (!Files.isDirectory(program.resolve("lib"))) {
            throw new IllegalStateException("The Peppol sender of the demo is not built in " + program.toAbsolutePath()
                    + ": mvn -pl samples/peppol-sender process-classes");
        }
        run(List.of("pki", certificates().toString()));
    }

    /** Sends a file; it goes under that message id, and its sender wants to hear what becomes of it. */
    void send(URI accessPoint, Path file, String messageId) {
        run(List.of(
                "send",
                "--url=" + accessPoint,
                "--pki=" + certificates(),
                "--message-id=" + messageId,
                "--mls-type=ALWAYS_SEND",
                file.toString()));
    }

    /** Starts one of the program's commands. */
    Process start(List<String> arguments) {
        try {
            Files.createDirectories(directory);
            return new ProcessBuilder(command(arguments))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return directory.resolve("peppol-sender.log");
    }

    private void run(List<String> arguments) {
        try {
            Process process = start(arguments);
            boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
            process.destroyForcibly();
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException("The Peppol sender has failed, see " + log().toAbsolutePath());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                program.resolve("classes") + File.pathSeparator + program.resolve("lib") + "/*",
                MAIN));
        command.addAll(arguments);
        return command;
    }
}
