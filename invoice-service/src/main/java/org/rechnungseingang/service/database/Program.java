package org.rechnungseingang.service.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL's programs on disk and how this process may run them.
 *
 * @param home the folder with {@code bin}, {@code lib} and {@code share}
 * @param prefix what stands before each command: as root a user namespace, since PostgreSQL refuses to run as root
 */
record Program(Path home, List<String> prefix) {

    private static final List<String> AS_NOBODY = List.of("unshare", "--user");

    /** Unpacks the bundled programs into the folder, unless they are there, and finds out how to run them. */
    static Program prepare(Path folder) {
        return new Program(ProgramArchive.unpackInto(folder), isRoot() ? unshare() : List.of());
    }

    /**
     * Runs one of the programs to its end.
     *
     * @return what it printed
     * @throws DatabaseRefused when it fails or takes longer than the limit
     */
    String run(Path workingDirectory, String tool, List<String> arguments, String input, Duration limit) {
        List<String> command = new ArrayList<>(prefix);
        command.add(home.resolve("bin").resolve(tool).toString());
        command.addAll(arguments);
        try {
            Outcome outcome = execute(workingDirectory, command, input, limit);
            if (outcome.exit() != 0) {
                throw Refusals.toolFailed(tool, outcome.output());
            }
            return outcome.output();
        } catch (IOException e) {
            throw Refusals.toolFailed(tool, e.toString());
        }
    }

    private static List<String> unshare() {
        List<String> probe = new ArrayList<>(AS_NOBODY);
        probe.add("true");
        try {
            Outcome outcome = execute(Path.of("/"), probe, "", Duration.ofSeconds(20));
            if (outcome.exit() != 0) {
                throw Refusals.unshareMissing(outcome.output());
            }
            return AS_NOBODY;
        } catch (IOException e) {
            throw Refusals.unshareMissing(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Outcome(int exit, String output) {}

    private static Outcome execute(Path workingDirectory, List<String> command, String input, Duration limit)
            throws IOException {
        // A file and not a pipe: whoever inherits the output must not keep us waiting, nor die of our end.
        Path output = Files.createTempFile("postgres-tool", ".log");
        try {
            Process process = start(workingDirectory, command, output);
            try (var stdin = process.outputWriter()) {
                stdin.write(input);
            } catch (IOException e) {
                // It ended before reading everything; its exit value says so.
            }
            boolean ended = waitFor(process, limit);
            String text = Files.readString(output).strip();
            return ended
                    ? new Outcome(process.exitValue(), text)
                    : new Outcome(-1, text + " (Zeitgrenze / time limit)");
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static Process start(Path workingDirectory, List<String> command, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(workingDirectory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        Map<String, String> environment = builder.environment();
        // PGDATA, PGPORT, PGOPTIONS of the caller's shell must not steer our server.
        environment.keySet().removeIf(name -> name.startsWith("PG"));
        environment.put("LC_ALL", "C");
        return builder.start();
    }

    private static boolean waitFor(Process process, Duration limit) {
        try {
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            return ended;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
