package org.rechnungseingang.service.nodes;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The service in a process of its own. */
final class Node implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String ADMINISTRATOR =
            Base64.getEncoder().encodeToString("administrator:musterstadt-for-tests".getBytes(StandardCharsets.UTF_8));
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration REACH = Duration.ofSeconds(90);
    private static final Duration END = Duration.ofSeconds(45);

    private final Process process;
    private final int port;
    private final Path log;

    private Node(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts a node that writes what it says into the log; it is not ready yet. */
    static Node start(Path log, Map<String, String> properties) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            int port = freePort();
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    // Short lives: the second compiler would not pay.
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    StoppingNode.class.getName(),
                    "--server.port=" + port));
            Map<String, String> all = new HashMap<>(Map.of("spring.profiles.active", "whole-way"));
            all.putAll(properties);
            all.forEach((key, value) -> command.add("--" + key + "=" + value));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new Node(process, port, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Node awaitReady() {
        await().atMost(START).pollInterval(Duration.ofMillis(100)).until(this::readyOrDead);
        if (!process.isAlive()) {
            throw new IllegalStateException("The node has ended: " + tail());
        }
        return this;
    }

    int port() {
        return port;
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** The next thread that comes by this point stops there, until it is killed or told to go on. */
    void stopAt(Enum<?> point) {
        int armed = says("ARMED " + point);
        order(point.name());
        await().atMost(REACH).until(() -> says("ARMED " + point) > armed);
    }

    /** The thread that has stopped goes on. */
    void goOn() {
        order(StoppingNode.GO_ON);
    }

    private void order(String order) {
        try {
            OutputStream orders = process.getOutputStream();
            orders.write((order + "\n").getBytes(StandardCharsets.UTF_8));
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitStopped(Enum<?> point) {
        await().atMost(REACH)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> says("ARMED " + point) == says("STOPPED " + point));
    }

    /** SIGKILL; afterwards the process is gone. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** How often this node has checked an invoice so far, as its metrics say. */
    long checksRun() {
        HttpRequest request = HttpRequest.newBuilder(address("/actuator/prometheus"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Basic " + ADMINISTRATOR)
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .filter(line ->
                            line.startsWith("rechnungseingang_stage_seconds_count") && line.contains("stage=\"check\""))
                    .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends the node as an operator would, and kills it when it does not. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitEnd() {
        await().atMost(END).until(() -> !process.isAlive());
    }

    private boolean readyOrDead() {
        if (!process.isAlive()) {
            return true;
        }
        return probe("readiness");
    }

    /** Whether it says that it need not be started anew. */
    boolean isLive() {
        return probe("liveness");
    }

    private boolean probe(String name) {
        HttpRequest request = HttpRequest.newBuilder(address("/actuator/health/" + name))
                .timeout(Duration.ofSeconds(20))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private int says(String line) {
        try (BufferedReader lines = Files.newBufferedReader(log, StandardCharsets.UTF_8)) {
            return (int) lines.lines().filter(line::equals).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String tail() {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
