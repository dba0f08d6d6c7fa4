package org.rechnungseingang.samples.peppol;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The program as others start it: from target/classes and target/lib, in a process of its own. */
final class Program {

    private Program() {}

    /** Runs to its end. */
    static Run run(String... arguments) throws IOException {
        Process process =
                new ProcessBuilder(command(arguments)).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.onExit().join().exitValue(), output.lines().toList());
    }

    /** Starts a receiver and returns when it is ready. */
    static Receiver receive(Path directory, String... arguments) throws IOException, InterruptedException {
        Path ready = directory.resolve("ready.properties");
        List<String> command = command("receive", "--ready", ready.toString(), "--directory", directory.toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("receiver.log").toFile())
                .start();
        while (!Files.exists(ready)) {
            if (!process.isAlive()) {
                throw new IllegalStateException(Files.readString(directory.resolve("receiver.log")));
            }
            Thread.sleep(20);
        }
        Properties facts = new Properties();
        try (Reader reader = Files.newBufferedReader(ready)) {
            facts.load(reader);
        }
        return new Receiver(process, directory, Integer.parseInt(facts.getProperty("http.port")));
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                Path.of("target", "classes") + ":" + Path.of("target", "lib", "*"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    record Run(int code, List<String> lines) {}

    record Receiver(Process process, Path directory, int port) implements AutoCloseable {

        String url() {
            return "http://127.0.0.1:" + port + "/as4";
        }

        @Override
        public void close() {
            process.destroyForcibly();
            process.onExit().join();
        }
    }
}
