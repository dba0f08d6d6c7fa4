package org.rechnungseingang.service.operation;

import java.io.IOException;
import org.springframework.boot.logging.StackTracePrinter;
import org.springframework.boot.logging.StandardStackTracePrinter;

/** Stack traces whose exceptions' messages are harmless and in one line: what looks like a frame or a cause is one. */
public final class HarmlessStackTrace implements StackTracePrinter {

    private final StackTracePrinter printer =
            StandardStackTracePrinter.rootLast().withFormatter(failure -> Harmless.line(failure.toString()));

    @Override
    public void printStackTrace(Throwable failure, Appendable out) throws IOException {
        printer.printStackTrace(failure, out);
    }
}
