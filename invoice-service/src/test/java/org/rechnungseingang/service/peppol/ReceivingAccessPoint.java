package org.rechnungseingang.service.peppol;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.rechnungseingang.service.peppol.as4.BusinessDocument;
import org.rechnungseingang.service.peppol.as4.Spool;

/** phase4 as a receiver, in a process of its own: what it takes lies in a folder, each file named by its message. */
public final class ReceivingAccessPoint implements AutoCloseable {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);

    private final Path folder;
    private final Process process;
    private final int port;

    private ReceivingAccessPoint(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    /** Listens when this returns, with the key of this name. */
    public static ReceivingAccessPoint start(Path folder, String key) {
        Path ready = folder.resolve("ready.properties");
        try {
            Files.createDirectories(folder);
            Process process = new ProcessBuilder(TestPki.command(List.of(
                            "receive",
                            "--pki=" + TestPki.folder(),
                            "--as=" + key,
                            "--directory=" + folder,
                            "--ready=" + ready,
                            "--end-with-pid=" + ProcessHandle.current().pid())))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("receiver.log").toFile())
                    .start();
            await().atMost(LONG_ENOUGH).until(() -> Files.exists(ready));
            return new ReceivingAccessPoint(folder, process, port(ready));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int port(Path ready) throws IOException {
        Properties facts = new Properties();
        try (InputStream in = Files.newInputStream(ready)) {
            facts.load(in);
        }
        return Integer.parseInt(facts.getProperty("http.port"));
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port + "/as4");
    }

    /** The envelope that came by this message. */
    public byte[] taken(String messageId) {
        Path file = folder.resolve(messageId + ".xml");
        await().atMost(LONG_ENOUGH).until(() -> Files.exists(file));
        return read(file);
    }

    /** The names of all envelopes taken so far that mention this one. */
    public List<String> takenAbout(String instanceId) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .map(ReceivingAccessPoint::read)
                    .filter(envelope -> new String(envelope, StandardCharsets.UTF_8).contains(instanceId))
                    .map(envelope -> BusinessDocument.of(Spool.of(envelope)).instanceId())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
