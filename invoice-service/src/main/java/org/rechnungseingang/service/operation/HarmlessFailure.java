package org.rechnungseingang.service.operation;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The conversion word {@code %harmlessFailure} of the readable log: the stack trace on lines of its own, or nothing. */
public final class HarmlessFailure extends ThrowableHandlingConverter {

    private final HarmlessStackTrace printer = new HarmlessStackTrace();

    @Override
    public String convert(ILoggingEvent event) {
        return event.getThrowableProxy() instanceof ThrowableProxy proxy ? print(proxy.getThrowable()) : "";
    }

    private String print(Throwable failure) {
        StringBuilder trace = new StringBuilder();
        try {
            printer.printStackTrace(failure, trace);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return trace.toString();
    }
}
