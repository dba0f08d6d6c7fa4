package org.rechnungseingang.service.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A directory in which a server of Debian's runs without privileges, with a configuration of its own: as nobody where the
 * tests run as root. It ends with the tests.
 *
 * @param directory its files; what it says is in {@code out}
 * @param user as whom it runs
 * @param group with which group
 */
record Unprivileged(Path directory, String user, String group) {

    private static final String NOBODY = "65534";

    static Unprivileged in(Path directory) throws IOException {
        return isRoot()
                ? new Unprivileged(directory, "nobody", "nogroup")
                : new Unprivileged(directory, System.getProperty("user.name"), said("id", "-gn"));
    }

    /** Starts it and waits until it greets on this port. */
    Process run(int port, String... program) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            said("chown", "-R", NOBODY + ":" + NOBODY, directory.toString());
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        command.addAll(List.of(program));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException(read("out") + read("log"));
            }
            return greets(port);
        });
        return process;
    }

    private String read(String file) throws IOException {
        Path path = directory.resolve(file);
        return Files.isRegularFile(path) ? Files.readString(path) : "";
    }

    private static boolean greets(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.getInputStream().read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static String said(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(String.join(" ", command) + ": " + said);
            }
            return said;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
