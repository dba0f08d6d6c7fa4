package org.rechnungseingang.samples.finance;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A finance system in a process of its own, started on the class path of the running JVM. It outlives whoever started it,
 * unless {@code --end-with-pid} was given.
 */
public final class FinanceSystemProcess implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final URI address;
    private final String token;

    private FinanceSystemProcess(Process process, URI address, String token) {
        this.process = process;
        this.address = address;
        this.token = token;
    }

    /**
     * Starts one, and returns when it takes orders.
     *
     * @param directory for its ledger, its log and its ready file; with the ledger of an earlier one it goes on from there
     * @param token what callers are to bear
     * @param options more of {@link Main}'s
     * @throws IllegalStateException if it ends instead of getting ready
     */
    public static FinanceSystemProcess start(Path directory, String token, String... options) {
        try {
            Files.createDirectories(directory);
            Path ready = directory.resolve("finance-system.properties");
            Files.deleteIfExists(ready);
            Process process = new ProcessBuilder(command(directory, ready, token, options))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            directory.resolve("finance-system.log").toFile()))
                    .start();
            String port = await(process, ready).getProperty("http.port");
            return new FinanceSystemProcess(process, URI.create("http://127.0.0.1:" + port), token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens, without a path. */
    public URI address() {
        return address;
    }

    /** The process, to be stopped, continued or killed. */
    public Process process() {
        return process;
    }

    /** What it has counted. */
    public Count count() {
        return Json.read(send(request("/count").GET()), Count.class);
    }

    /** How it behaves. */
    public Behaviour behaviour() {
        return Json.read(send(request("/behaviour").GET()), Behaviour.class);
    }

    /** Changes how it behaves, from the next request on. */
    public void behave(Behaviour behaviour) {
        send(request("/behaviour").PUT(HttpRequest.BodyPublishers.ofByteArray(Json.write(behaviour))));
    }

    /** Ends it; its ledger stays. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(LIMIT).header("Authorization", "Bearer " + token);
    }

    private byte[] send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("the finance system answers " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> command(Path directory, Path ready, String token, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--directory=" + directory,
                "--ready=" + ready,
                "--token=" + token));
        command.addAll(List.of(options));
        return command;
    }

    private static Properties await(Process process, Path ready) throws IOException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!Files.exists(ready)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IllegalStateException("The finance system is not ready; see the log beside " + ready);
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
