package org.rechnungseingang.service.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link Writing} process under the eyes of a test. */
final class KilledProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;
    private final StringBuilder seen = new StringBuilder();

    private KilledProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    static KilledProcess start(Path directory) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java,
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Writing.class.getName(),
                directory.toString());
        return new KilledProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Waits for the number that a line of this kind carries. */
    long await(String kind) throws IOException {
        String line = output.readLine();
        while (line != null) {
            seen.append(line).append('\n');
            if (line.startsWith(kind + " ")) {
                return Long.parseLong(line.substring(kind.length() + 1));
            }
            line = output.readLine();
        }
        throw new AssertionError("ended without \"" + kind + "\":\n" + seen);
    }

    /** SIGKILL after a while. Returns the last number whose commit it had reported, or 0. */
    long killAfter(long milliseconds) throws Exception {
        process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        // By its handle: Process.destroyForcibly would also close the output that is still to be read.
        process.toHandle().destroyForcibly();
        process.waitFor();
        long last = 0;
        for (String line : output.lines().toList()) {
            // A line cut off by the kill was not yet said.
            seen.append(line).append('\n');
            if (line.startsWith("wrote ")) {
                last = Long.parseLong(line.substring("wrote ".length()));
            }
        }
        return last;
    }

    /** Waits for its own end and returns all that it printed. */
    String awaitEnd() throws Exception {
        output.lines().forEach(line -> seen.append(line).append('\n'));
        process.waitFor();
        return seen.toString();
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
