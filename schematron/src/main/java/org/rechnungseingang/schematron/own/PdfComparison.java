package org.rechnungseingang.schematron.own;

import static org.rechnungseingang.invoice.BusinessTerm.BT_1;
import static org.rechnungseingang.invoice.BusinessTerm.BT_115;
import static org.rechnungseingang.invoice.BusinessTerm.BT_2;
import static org.rechnungseingang.invoice.BusinessTerm.BT_84;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.invoice.BusinessTerm;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.Invoices;
import org.rechnungseingang.schematron.Finding;
import org.rechnungseingang.schematron.Findings;
import org.rechnungseingang.schematron.Level;

/**
 * What the pages of a PDF tell people, held against the invoice inside it: number, date, amount due and account. The
 * e-invoice counts; a page that says something else is a slip or a fraud.
 *
 * @param syntax of the e-invoice
 * @param fields the fields that the e-invoice has, in that order
 */
public record PdfComparison(org.rechnungseingang.invoice.Syntax syntax, List<Compared> fields) {

    private static final Map<BusinessTerm, String> RULES = Map.of(
            BT_1, "OWN-PDF-NUMBER",
            BT_2, "OWN-PDF-DATE",
            BT_115, "OWN-PDF-TOTAL",
            BT_84, "OWN-PDF-IBAN");

    private static final String ROUNDING = "OWN-PDF-ROUNDING";

    /** Keeps its own copy of the list. */
    public PdfComparison {
        fields = List.copyOf(fields);
    }

    /** How a field of the pages stands to that of the e-invoice. */
    public enum Agreement {
        /** The pages say the same. */
        EQUAL,
        /** The amounts differ by 0.05 at most, as sums do that were rounded line by line or to coins. */
        ROUNDING,
        /** The pages hold something that reads as this field, and it is another. */
        DEVIATING,
        /** Nothing on the pages reads as this field; says nothing. */
        NOT_FOUND
    }

    /**
     * One field.
     *
     * @param inXml what the e-invoice says
     * @param inPdf what the pages say instead; empty if they say the same or nothing
     */
    public record Compared(BusinessTerm term, Agreement agreement, String inXml, Optional<String> inPdf) {}

    /** Compares an invoice with the text of the pages. */
    public static PdfComparison of(Invoice invoice, String text) {
        PdfFields pages = new PdfFields(PdfText.of(text));
        return new PdfComparison(
                invoice.syntax(),
                Stream.of(
                                invoice.number().map(pages::number),
                                invoice.issueDate().map(pages::date),
                                invoice.totals().due().map(due -> pages.total(due, invoice)),
                                pages.account(invoice))
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** What is to be said of an e-invoice and the pages around it; never throws, and says nothing without text. */
    public static Findings findings(Document xml, String text) {
        try {
            return text.isBlank()
                    ? Findings.NONE
                    : Invoices.read(xml)
                            .invoice()
                            .map(invoice -> of(invoice, text).findings())
                            .orElse(Findings.NONE);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return OwnChecks.notChecked(e);
        }
    }

    /** Deviating fields as warnings, rounding as a note. */
    public Findings findings() {
        return Findings.of(fields.stream().flatMap(this::finding).toList());
    }

    private Stream<Finding> finding(Compared field) {
        return switch (field.agreement()) {
            case EQUAL, NOT_FOUND -> Stream.of();
            case ROUNDING -> Stream.of(finding(ROUNDING, Level.INFORMATION, field));
            case DEVIATING -> Stream.of(finding(RULES.getOrDefault(field.term(), ""), Level.WARNING, field));
        };
    }

    private Finding finding(String rule, Level level, Compared field) {
        return OwnFinding.of(
                rule,
                level,
                "PDF: " + field.inPdf().orElse(""),
                OwnPlaces.of(syntax, field.term(), field.inXml()),
                List.of(field.term()),
                field.inXml());
    }
}
