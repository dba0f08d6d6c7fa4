package org.rechnungseingang.samples.finance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the finance system; it runs until SIGTERM comes or the process that it is bound to has ended. */
@Command(
        name = "finance-system",
        mixinStandardHelpOptions = true,
        description = "A finance system on 127.0.0.1 for demo and tests, as finance-system.yaml describes it.")
public final class Main implements Callable<Integer> {

    @Option(names = "--port", defaultValue = "0", description = "Port of HTTP; 0 takes a free one (default).")
    private int port;

    @Option(names = "--directory", required = true, description = "Where the ledger is; it stays over a restart.")
    private Path directory = Path.of("");

    @Option(names = "--token", required = true, description = "What callers bear.")
    private String token = "";

    @Option(names = "--limit-cents", defaultValue = "100000000", description = "More is refused (${DEFAULT-VALUE}).")
    private long limitCents;

    @Option(names = "--post-after-millis", defaultValue = "5000", description = "${DEFAULT-VALUE}; -1: never.")
    private long postAfterMillis;

    @Option(names = "--pay-after-millis", defaultValue = "15000", description = "${DEFAULT-VALUE}; -1: never.")
    private long payAfterMillis;

    @Option(names = "--ready", paramLabel = "FILE", description = "Written when ready: http.port, pid.")
    private Optional<Path> ready = Optional.empty();

    @Option(names = "--end-with-pid", paramLabel = "PID", description = "Ends when this process has ended.")
    private Optional<Long> endWith = Optional.empty();

    private Main() {}

    /** Ends at once with 2 if it was used wrongly, with 1 if it could not start; else it goes on running. */
    public static void main(String[] arguments) {
        int code = new CommandLine(new Main()).execute(arguments);
        if (code != 0 || List.of(arguments).contains("--help")) {
            System.exit(code);
        }
    }

    @Override
    public Integer call() throws IOException {
        Behaviour first = new Behaviour(Behaviour.Mode.NORMAL, 0, postAfterMillis, payAfterMillis, 0);
        FinanceSystem system = FinanceSystem.start(port, directory, token, new Rules(limitCents), first);
        Map<String, Object> facts = Map.of(
                "http.port", system.port(), "pid", ProcessHandle.current().pid());
        System.out.println("finance-system " + facts);
        if (ready.isPresent()) {
            ReadyFile.write(ready.get(), facts);
        }
        endWith.ifPresent(Main::endWith);
        return 0;
    }

    private static void endWith(long pid) {
        ProcessHandle.of(pid)
                .ifPresentOrElse(process -> process.onExit().thenRun(() -> System.exit(0)), () -> System.exit(0));
    }
}
