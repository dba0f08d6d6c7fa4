package org.rechnungseingang.schematron.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Starts the command line. */
public final class Main {

    private Main() {}

    /**
     * Ends the process with 0 if all files were accepted, 1 if some were not, 2 if it was used wrongly or could not read a
     * file, 3 if a file could not be checked to the end through no fault of its own; the highest counts.
     */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(Terminal.here(), System.in, out, err, arguments);
        out.flush();
        System.exit(code);
    }

    static int run(Terminal terminal, InputStream in, PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine commandLine = new CommandLine(new CheckCommand(in, terminal));
        // "check" may be written before the files, and be left out: it is the only command there is.
        commandLine.addSubcommand(new CheckCommand(in, terminal));
        return commandLine
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }
}
