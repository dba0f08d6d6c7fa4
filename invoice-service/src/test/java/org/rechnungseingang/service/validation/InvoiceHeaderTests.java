package org.rechnungseingang.service.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.invoice.Invoices;

class InvoiceHeaderTests {

    private static final Path SAMPLE =
            Path.of(System.getProperty("basedir", "."), "..", "samples", "good", "ubl-02-skonto.xml");

    @Test
    void namesTheFirstDiscountThatEnds() throws IOException {
        InvoiceHeader header = header("", "");
        assertThat(header.discount().orElseThrow().until()).isEqualTo(LocalDate.of(2026, 11, 15));
    }

    @Test
    void boundsTextsThatAnIndexCouldNotTake() throws IOException {
        InvoiceHeader header =
                header("<cbc:BuyerReference>[^<]*", "<cbc:BuyerReference>" + "\uD83D\uDE00".repeat(5_000));
        assertThat(header.routingId()
                        .orElseThrow()
                        .codePointCount(0, header.routingId().orElseThrow().length()))
                .isEqualTo(500);
    }

    // XML Schema knows these years; PostgreSQL and a discount of some days after them do not.
    @ParameterizedTest
    @ValueSource(strings = {"-9999-01-01", "+999999999-12-31", "9999-12-31", "0001-01-01"})
    void readsNoDayOutsideThisAge(String day) throws IOException {
        InvoiceHeader header = header("<cbc:IssueDate>[^<]*", "<cbc:IssueDate>" + day);
        assertThat(header.issueDate()).isEmpty();
        assertThat(header.discount()).isEmpty();
    }

    private static InvoiceHeader header(String what, String by) throws IOException {
        String xml = Files.readString(SAMPLE).replaceFirst(what, by);
        return Invoices.read(Document.of(xml.getBytes(StandardCharsets.UTF_8)))
                .invoice()
                .map(invoice -> InvoiceHeader.of(invoice, "XRechnung 3.0 UBL"))
                .orElseThrow();
    }
}
