package org.rechnungseingang.schematron.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Where the output goes.
 *
 * @param colours whether standard output shows colours
 * @param progress whether somebody looks at standard error
 * @param width columns, for wrapping text
 */
record Terminal(boolean colours, boolean progress, int width) {

    private static final int DEFAULT_WIDTH = 80;
    private static final int NARROWEST = 40;
    /** Longer lines are hard to read. */
    private static final int WIDEST = 120;

    /** A file or a pipe. */
    static final Terminal NONE = new Terminal(false, false, DEFAULT_WIDTH);

    Terminal {
        width = Math.min(WIDEST, Math.max(NARROWEST, width));
    }

    /** That of this process. */
    static Terminal here() {
        boolean out = isTerminal(1);
        boolean plain =
                !Optional.ofNullable(System.getenv("NO_COLOR")).orElse("").isEmpty()
                        || "dumb".equals(System.getenv("TERM"));
        boolean colours = !plain && (out || Ansi.AUTO.enabled());
        int width = out ? new UsageMessageSpec().autoWidth(true).width() : DEFAULT_WIDTH;
        return new Terminal(colours, isTerminal(2) && !"dumb".equals(System.getenv("TERM")), width);
    }

    /** Java tells of standard input and output together only; Linux of each. */
    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return System.console() != null;
        }
    }
}
