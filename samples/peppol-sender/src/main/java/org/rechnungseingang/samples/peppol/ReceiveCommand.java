package org.rechnungseingang.samples.peppol;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Receives, until SIGTERM comes or the process that it is bound to has ended. */
@Command(
        name = "receive",
        mixinStandardHelpOptions = true,
        description = "An access point on http://127.0.0.1:PORT/as4 that writes what it receives to a folder.")
final class ReceiveCommand implements Callable<Integer> {

    /** The answer of a command that goes on. */
    static final int RUNNING = -1;

    @Option(names = "--port", defaultValue = "0", description = "0 takes a free one (default).")
    private int port;

    @Option(names = "--pki", required = true, paramLabel = "DIR", description = "Folder that the command pki has made.")
    private Path pki = Path.of("");

    @Option(names = "--password", defaultValue = Main.PASSWORD, description = "Of the keys (${DEFAULT-VALUE}).")
    private String password = "";

    @Option(names = "--as", defaultValue = "sender", description = "Whose key it has (${DEFAULT-VALUE}).")
    private String as = "";

    @Option(names = "--directory", required = true, paramLabel = "DIR", description = "Gets what is received.")
    private Path directory = Path.of("");

    @Option(names = "--ready", paramLabel = "FILE", description = "Written when ready: http.port, pid.")
    private Optional<Path> ready = Optional.empty();

    @Option(names = "--end-with-pid", paramLabel = "PID", description = "Ends when this process has ended.")
    private Optional<Long> endWith = Optional.empty();

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(directory);
        AccessPoint accessPoint = AccessPoint.start(port, Pki.open(pki, password), as, directory);
        Map<String, Object> facts = Map.of(
                "http.port", accessPoint.port(), "pid", ProcessHandle.current().pid());
        System.out.println("peppol-receiver " + facts);
        if (ready.isPresent()) {
            ReadyFile.write(ready.get(), facts);
        }
        endWith.ifPresent(ReceiveCommand::endWith);
        return RUNNING;
    }

    private static void endWith(long pid) {
        ProcessHandle.of(pid)
                .ifPresentOrElse(process -> process.onExit().thenRun(() -> System.exit(0)), () -> System.exit(0));
    }
}
