package org.rechnungseingang.samples.peppol;

import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** A Peppol access point with made-up certificates: makes them, sends, receives. */
@Command(
        name = "peppol-sender",
        mixinStandardHelpOptions = true,
        description = "A Peppol access point for demo and tests.",
        subcommands = {PkiCommand.class, SendCommand.class, ReceiveCommand.class})
public final class Main {

    static final String PASSWORD = "peppol-demo";

    private Main() {}

    /** Ends with 2 if it was used wrongly, with 1 if it failed; {@code receive} goes on running. */
    public static void main(String[] arguments) {
        setDefault("logback.configurationFile", "org/rechnungseingang/samples/peppol/logback.xml");
        // phase4 would keep its processing modes in files of the working directory.
        setDefault("phase4.manager.inmemory", "true");
        setDefault("phase4.default.profile", "peppol");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        int code = new CommandLine(new Main())
                // The script send puts its own before those that it is given.
                .setOverwrittenOptionsAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure))
                .execute(arguments);
        if (code != ReceiveCommand.RUNNING) {
            System.exit(code);
        }
    }

    private static int failed(Exception failure) {
        System.err.println(failure);
        return 1;
    }

    private static void setDefault(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
