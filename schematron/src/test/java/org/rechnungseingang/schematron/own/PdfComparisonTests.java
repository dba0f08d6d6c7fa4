package org.rechnungseingang.schematron.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.rechnungseingang.invoice.BusinessTerm.BT_1;
import static org.rechnungseingang.invoice.BusinessTerm.BT_115;
import static org.rechnungseingang.invoice.BusinessTerm.BT_2;
import static org.rechnungseingang.invoice.BusinessTerm.BT_84;
import static org.rechnungseingang.schematron.UblInvoice.anInvoice;
import static org.rechnungseingang.schematron.own.PdfComparison.Agreement.DEVIATING;
import static org.rechnungseingang.schematron.own.PdfComparison.Agreement.EQUAL;
import static org.rechnungseingang.schematron.own.PdfComparison.Agreement.NOT_FOUND;
import static org.rechnungseingang.schematron.own.PdfComparison.Agreement.ROUNDING;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.invoice.BusinessTerm;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.Invoices;
import org.rechnungseingang.schematron.Finding;
import org.rechnungseingang.schematron.Findings;
import org.rechnungseingang.schematron.Level;
import org.rechnungseingang.schematron.own.PdfComparison.Agreement;
import org.rechnungseingang.schematron.own.PdfComparison.Compared;

/** The invoice: R-2026-17 of 2026-10-01 over 1 234.50 euro to DE02120300000000202051. */
class PdfComparisonTests {

    private static final Document XML = Document.of(anInvoice()
            .with("payable", "1234.50")
            .text()
            .replace(">R-1<", ">R-2026-17<")
            .getBytes(StandardCharsets.UTF_8));
    private static final Invoice INVOICE = Invoices.read(XML).invoice().orElseThrow();

    private static Agreement of(BusinessTerm term, String text) {
        return compared(term, text).agreement();
    }

    private static Compared compared(BusinessTerm term, String text) {
        return PdfComparison.of(INVOICE, text).fields().stream()
                .filter(field -> field.term() == term)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rechnungsnummer: R-2026-17",
                "RECHNUNG R-2026-17 vom 1.10.2026",
                "Invoice No. R\u20112026\u201117",
                "Beleg r-2026-17, Seite 1",
                "Rechnung Nr. R-2026- 17"
            })
    void seesTheNumber(String text) {
        assertThat(of(BT_1, text)).isEqualTo(EQUAL);
    }

    @ParameterizedTest
    @CsvSource({
        "Rechnungsnummer: R-2026-18, R-2026-18",
        "Rechnungs-Nr.: 4711/26, 4711/26",
        "Invoice number R-2026-171, R-2026-171",
        "Rechnung RE-9999, RE-9999"
    })
    void seesAnotherNumber(String text, String other) {
        assertThat(compared(BT_1, text)).isEqualTo(new Compared(BT_1, DEVIATING, "R-2026-17", Optional.of(other)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rechnung vom 1.10.2026",
                "Ihre Rechnung über 1.234,50 EUR",
                "Rechnung 2 von 3",
                "Rechnungsdatum 1.10.2026",
                "Kundennummer 4711",
                "Rechnungsnummer Datum Kunde\nX-1 1.10.2026 4711"
            })
    void takesNothingElseForANumber(String text) {
        assertThat(of(BT_1, text)).isEqualTo(NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rechnungsdatum: 01.10.2026",
                "Datum 2026-10-01, fällig 2026-10-31",
                "Musterstadt, 1. Oktober 2026",
                "Invoice date: October 1st, 2026",
                "Date: 1 Oct 2026",
                "Date of issue 10/01/2026",
                "Rechnung vom 1.10.26"
            })
    void seesTheDate(String text) {
        assertThat(of(BT_2, text)).isEqualTo(EQUAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rechnungsdatum: 02.10.2026\nLieferung 01.10.2026",
                "Datum: 3. März 2026",
                "Invoice date: 2026-11-01",
                "Date 11/12/2026"
            })
    void seesAnotherDate(String text) {
        assertThat(of(BT_2, text)).isEqualTo(DEVIATING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Lieferdatum 02.10.2026", "Datum der Leistung: 2.10.2026", "fällig am 31.10.2026", "30.02.2026"})
    void takesNoOtherDateForTheInvoices(String text) {
        assertThat(of(BT_2, text)).isEqualTo(NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zu zahlen: 1.234,50 EUR",
                "Zahlbetrag EUR 1234,50",
                "Amount due: $1,234.50",
                "Total due 1'234.50",
                "Rechnungsbetrag 1 234,50 €",
                "Summe 1.234,50",
                "Zu zahlen bis 31.10.2026: 1.234,50 EUR\nZu zahlen bis 10.10.2026 mit 2 % Skonto: 1.209,81 EUR"
            })
    void seesTheAmountDue(String text) {
        assertThat(of(BT_115, text)).isEqualTo(EQUAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zu zahlen: 1.234,05 EUR",
                "Zahlbetrag 12.345,00",
                "Amount due: 1,234.56",
                "Gesamtbetrag 999,99 EUR",
                "Zahlbetrag 1.243,50 (Vorauszahlung 1.234,05)",
                "Zu zahlen: -1.234,50 EUR"
            })
    void seesAnotherAmountDue(String text) {
        assertThat(of(BT_115, text)).isEqualTo(DEVIATING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zu zahlen: 1.234,49 EUR", "Zahlbetrag: 1.234,55", "Gesamtbetrag 1234.48"})
    void callsFiveCentsRounding(String text) {
        assertThat(of(BT_115, text)).isEqualTo(ROUNDING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gesamtbetrag 119,00 EUR",
                "Gesamtbetrag netto 999,00",
                "2 x 617,25",
                "Zahlbetrag siehe Seite 2",
                "Zu zahlen bis 10.10.2026 abzüglich Skonto 1.209,81"
            })
    void takesNoOtherSumForTheAmountDue(String text) {
        assertThat(of(BT_115, text)).isEqualTo(NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IBAN DE02 1203 0000 0000 2020 51 BIC BYLADEM1001",
                "IBAN:DE02120300000000202051",
                "Bank A DE75512108001245126199, Bank B DE02 120300000000202051"
            })
    void seesTheAccount(String text) {
        assertThat(of(BT_84, text)).isEqualTo(EQUAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"IBAN DE75 5121 0800 1245 1261 99", "IBAN: FR1420041010050500013M02606 BIC X"})
    void seesAnotherAccount(String text) {
        assertThat(of(BT_84, text)).isEqualTo(DEVIATING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"USt-IdNr. DE123456789 Steuernummer 133/8150/8159", "IBAN auf Anfrage", "IBAN DE99 9999"})
    void takesNothingElseForAnAccount(String text) {
        assertThat(of(BT_84, text)).isEqualTo(NOT_FOUND);
    }

    @Test
    void warnsOfWhatDeviatesAndNotesRounding() {
        Findings findings = PdfComparison.findings(
                XML,
                "Rechnungsnummer R-2026-18\nRechnungsdatum 2.10.2026\nZu zahlen 1.234,51\nIBAN DE75512108001245126199");
        assertThat(findings)
                .extracting(Finding::rule)
                .containsExactly("OWN-PDF-NUMBER", "OWN-PDF-DATE", "OWN-PDF-ROUNDING", "OWN-PDF-IBAN");
        assertThat(findings)
                .extracting(Finding::level)
                .containsExactly(Level.WARNING, Level.WARNING, Level.INFORMATION, Level.WARNING);
        Finding total =
                PdfComparison.findings(XML, "Zu zahlen: 9.234,50").list().get(0);
        assertThat(total.rule()).isEqualTo("OWN-PDF-TOTAL");
        assertThat(total.text()).contains("anderer Zahlbetrag", "another amount due", "(PDF: 9.234,50)");
        assertThat(total.value()).contains("1234.50 EUR");
        assertThat(total.location()).isEqualTo("/ubl:Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount");
    }

    @Test
    void saysNothingWithoutText() {
        assertThat(PdfComparison.findings(XML, " \n")).isEmpty();
        assertThat(PdfComparison.of(INVOICE, "").fields())
                .extracting(Compared::agreement)
                .containsOnly(NOT_FOUND);
    }

    @Test
    void comparesCreditNotesWithoutTheirSign() {
        Invoice credit = Invoices.read(
                        Document.of(anInvoice().text().replace(">380<", ">381<").getBytes(StandardCharsets.UTF_8)))
                .invoice()
                .orElseThrow();
        assertThat(PdfComparison.of(credit, "Zahlbetrag: -119,00 EUR").fields())
                .contains(new Compared(BT_115, EQUAL, "119.00 EUR", Optional.empty()));
    }

    @Test
    void readsHostilePagesInTime() {
        List<String> pages = List.of(
                "Rechnungsnummer ".repeat(12_000),
                "Rechnung".repeat(25_000),
                "DE02 ".repeat(40_000),
                "Zu zahlen 1 234 567 ".repeat(10_000),
                "1.".repeat(100_000),
                "R-2026-1".repeat(25_000),
                "1 Oktober ".repeat(20_000),
                "9".repeat(200_000),
                "\ufdfa".repeat(200_000),
                "Zu zahlen 1,00 ".repeat(13_000));
        // Some seconds, where a pattern that looks back would take hours.
        assertTimeout(Duration.ofMinutes(1), () -> pages.forEach(page -> PdfComparison.findings(XML, page)));
    }
}
