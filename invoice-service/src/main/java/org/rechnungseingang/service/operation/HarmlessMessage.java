package org.rechnungseingang.service.operation;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;

/**
 * The conversion word {@code %harmless(…)} of the readable log. Whatever follows a line end inside a message is set in and
 * marked, so that it cannot pass for a line of its own.
 */
public final class HarmlessMessage extends CompositeConverter<ILoggingEvent> {

    private static final String CONTINUED = "\n    | ";

    @Override
    protected String transform(ILoggingEvent event, String text) {
        return Harmless.text(text).replace("\n", CONTINUED);
    }
}
