package org.rechnungseingang.samples.mail;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A mail server in a process of its own, started on the class path of the running JVM. It outlives whoever started it,
 * unless {@code --end-with-pid} was given.
 */
public final class MailServerProcess implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Process process;
    private final Path directory;
    private final Properties facts;

    private MailServerProcess(Process process, Path directory, Properties facts) {
        this.process = process;
        this.directory = directory;
        this.facts = facts;
    }

    /**
     * Starts one, and returns when it takes mails.
     *
     * @param directory for its log, its ready file and its certificate; made if it is not there
     * @param accounts who has a mailbox
     * @param options more of {@link Main}'s
     * @throws IllegalStateException if it ends instead of getting ready
     */
    public static MailServerProcess start(Path directory, List<Account> accounts, String... options) {
        try {
            Files.createDirectories(directory);
            Path ready = directory.resolve("mail-server.properties");
            Files.deleteIfExists(ready);
            Process process = new ProcessBuilder(command(directory, accounts, options))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            directory.resolve("mail-server.log").toFile()))
                    .start();
            return new MailServerProcess(process, directory, await(process, ready));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens. */
    public Ports ports() {
        return new Ports(port("smtp.port"), port("imap.port"), port("imaps.port"));
    }

    /** The certificate of IMAPS as PEM. */
    public Path certificate() {
        return directory.resolve("mail-server.pem");
    }

    /** The process, to be stopped, continued or killed. */
    public Process process() {
        return process;
    }

    /** Ends it, with all its mails. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private int port(String name) {
        return Integer.parseInt(facts.getProperty(name));
    }

    private static List<String> command(Path directory, List<Account> accounts, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--ready=" + directory.resolve("mail-server.properties"),
                "--certificate=" + directory.resolve("mail-server.pem")));
        accounts.forEach(account -> command.add("--account=" + account));
        command.addAll(List.of(options));
        return command;
    }

    private static Properties await(Process process, Path ready) throws IOException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!Files.exists(ready)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IllegalStateException("The mail server is not ready; see the log beside " + ready);
            }
            pause();
        }
        Properties facts = new Properties();
        try (Reader reader = Files.newBufferedReader(ready)) {
            facts.load(reader);
        }
        return facts;
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
