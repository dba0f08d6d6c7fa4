package org.rechnungseingang.service.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.rechnungseingang.service.InvoiceService;

/** The real service in a process of its own, on a database of its own that writes through to the disk. */
final class ServiceProcess implements AutoCloseable {

    private static final String TOKEN = "token-of-musterstadt-for-the-tests-only";
    private static final String ADMINISTRATOR =
            Base64.getEncoder().encodeToString("administrator:musterstadt-for-tests".getBytes(StandardCharsets.UTF_8));
    private static final Duration START_AT_MOST = Duration.ofMinutes(3);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final String address;

    private ServiceProcess(Process process, int port) {
        this.process = process;
        this.address = "http://localhost:" + port;
    }

    /** Starts the service with this heap and these properties; its database and log are in the folder. */
    static ServiceProcess start(String heap, Path folder, Map<String, String> properties) {
        return start(InvoiceService.class, heap, folder, properties);
    }

    /** The same with another main class. */
    static ServiceProcess start(Class<?> main, String heap, Path folder, Map<String, String> properties) {
        try {
            Files.createDirectories(folder);
            int port = freePort();
            Process process = new ProcessBuilder(command(main, heap, folder, port, properties))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("service.log").toFile())
                    .start();
            ServiceProcess service = new ServiceProcess(process, port);
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            service.awaitReady();
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(
            Class<?> main, String heap, Path folder, int port, Map<String, String> properties) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                "--spring.profiles.active=whole-way",
                // A job is woken, not found by asking often.
                "--db-scheduler.polling-interval=1s",
                "--rechnungseingang.database.directory=" + folder.resolve("postgres"),
                "--server.port=" + port));
        properties.forEach((key, value) -> command.add("--" + key + "=" + value));
        return command;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    URI address(String path) {
        return URI.create(address + path);
    }

    /** Writes a line to its standard input. */
    void say(String line) {
        try {
            OutputStream orders = process.getOutputStream();
            orders.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands one invoice in; returns when the service has said 202. */
    void handIn(byte[] invoice) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address + "/api/v1/invoices"))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/xml")
                .POST(HttpRequest.BodyPublishers.ofByteArray(invoice)));
        if (answer.statusCode() != 202) {
            throw new IllegalStateException("The service answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    /** The sum of a meter's samples with all of these labels. */
    double meter(String name, String... labels) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address + "/actuator/prometheus"))
                .header("Authorization", "Basic " + ADMINISTRATOR));
        return answer.body()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> Stream.of(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    /** The most memory that the process has had in use so far, in MiB; empty of meaning anywhere but on Linux. */
    long peakMebibytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady() {
        long end = System.nanoTime() + START_AT_MOST.toNanos();
        while (!isReady()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                close();
                throw new IllegalStateException("The service did not start, see service.log");
            }
            pause(Duration.ofMillis(50));
        }
    }

    private boolean isReady() {
        try {
            URI readiness = URI.create(address + "/actuator/health/readiness");
            return http.send(HttpRequest.newBuilder(readiness).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void pause(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
