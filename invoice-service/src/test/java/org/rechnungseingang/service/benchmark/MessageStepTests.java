package org.rechnungseingang.service.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessageStepTests {

    private static final String PEPPOL = "org.rechnungseingang.service.peppol.";

    @Test
    void tellsTheStepByTheInnermostMethodThatBelongsToOne() {
        assertThat(MessageStep.of(stack(
                        "java.util.zip.Inflater",
                        PEPPOL + "as4.Spool",
                        PEPPOL + "as4.Payload",
                        PEPPOL + "ReceiveMessage",
                        PEPPOL + "As4Endpoint")))
                .contains(MessageStep.UNZIP);
        assertThat(MessageStep.of(stack("java.util.HashMap", PEPPOL + "ReceiveMessage", PEPPOL + "As4Endpoint")))
                .contains(MessageStep.REST);
    }

    @Test
    void leavesOutThreadsWithoutAMessage() {
        assertThat(MessageStep.of(stack("sun.nio.ch.EPoll", "org.rechnungseingang.service.journal.Journal")))
                .isEmpty();
    }

    private static StackTraceElement[] stack(String... classes) {
        return Stream.of(classes)
                .map(name -> new StackTraceElement(name, "work", "", 1))
                .toArray(StackTraceElement[]::new);
    }
}
