package org.rechnungseingang.service.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.invoice.Invoices;
import org.rechnungseingang.service.validation.InvoiceHeader.Discount;

class InvoiceHeaderTests {

    private static final Path SAMPLE =
            Path.of(System.getProperty("basedir", "."), "..", "samples", "good", "ubl-02-skonto.xml");

    @Test
    void namesEveryDiscountByTheDayOnWhichItEnds() throws IOException {
        assertThat(header("", "").discounts())
                .extracting(Discount::until)
                .containsExactly(LocalDate.of(2026, 11, 15), LocalDate.of(2026, 11, 25));
    }

    @ParameterizedTest
    @CsvSource({"380, false", "384, false", "381, true", "261, true", "396, true"})
    void tellsACreditNoteByItsType(String type, boolean creditNote) throws IOException {
        InvoiceHeader header = header("<cbc:InvoiceTypeCode>[^<]*", "<cbc:InvoiceTypeCode>" + type);

        assertThat(header.typeCode()).contains(type);
        assertThat(header.creditNote()).isEqualTo(creditNote);
    }

    @ParameterizedTest
    @CsvSource({"-0.01, true", "0.00, false", "0.01, false"})
    void tellsTheNegativeInvoiceByItsAmountDue(String due, boolean creditNote) throws IOException {
        InvoiceHeader header =
                header("<cbc:PayableAmount currencyID=\"EUR\">[^<]*", "<cbc:PayableAmount currencyID=\"EUR\">" + due);

        assertThat(header.creditNote()).isEqualTo(creditNote);
    }

    @Test
    void keepsNoMoreDiscountsThanAnybodyGrants() throws IOException {
        InvoiceHeader header = header("(#SKONTO#[^\n]*\n)", "$1".repeat(5_000));

        assertThat(header.discounts()).hasSize(20);
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
        assertThat(header.discounts()).isEmpty();
    }

    private static InvoiceHeader header(String what, String by) throws IOException {
        String xml = Files.readString(SAMPLE).replaceFirst(what, by);
        return Invoices.read(Document.of(xml.getBytes(StandardCharsets.UTF_8)))
                .invoice()
                .map(invoice -> InvoiceHeader.of(invoice, "XRechnung 3.0 UBL"))
                .orElseThrow();
    }
}
