package org.rechnungseingang.service.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.schematron.Outcome;
import org.rechnungseingang.schematron.Validator;

class DoubtsTests {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Validator validator = new Rules().validator(meters);

    @Test
    void areCountedByReason() throws IOException {
        String invoice = Files.readString(Path.of("../samples/good/ubl-01-schulbedarf.xml"));
        assertThat(outcome(invoice)).isEqualTo(Outcome.ACCEPT);
        assertThat(meters.find("rechnungseingang.doubts").counters()).isEmpty();

        assertThat(outcome(invoice.replaceFirst("</cbc:IssueDate>", "Z</cbc:IssueDate>")))
                .isEqualTo(Outcome.ACCEPT);

        assertThat(meters.get("rechnungseingang.doubts")
                        .tag("reason", "the schema")
                        .counter()
                        .count())
                .isPositive();
    }

    private Outcome outcome(String invoice) {
        Document document = Document.of(invoice.getBytes(StandardCharsets.UTF_8));
        return validator.check(document, LocalDate.of(2026, 3, 1)).outcome();
    }
}
