package org.rechnungseingang.service.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rechnungseingang.service.journal.Actor;

class EnvelopeTests {

    @ParameterizedTest
    @CsvSource({
        "rechnung.xml, rechnung.xml",
        "../../etc/passwd, passwd",
        "C:\\Rechnungen\\März.pdf, März.pdf",
        "'fdp.\u202Egnp\nInvoice\u0007.xml', fdp.gnpInvoice.xml"
    })
    void keepsOnlyAHarmlessFileName(String given, String kept) {
        assertThat(named(given)).contains(kept);
    }

    @Test
    void forgetsABlankFileName() {
        assertThat(named("folder/ ")).isEmpty();
    }

    @Test
    void boundsALongFileName() {
        assertThat(named("x".repeat(5_000)).orElseThrow()).hasSize(200);
    }

    private static Optional<String> named(String name) {
        return new Envelope(Channel.UPLOAD, Instant.EPOCH, Actor.program("test"), Optional.of(name), new byte[0])
                .fileName();
    }
}
