package org.rechnungseingang.service.portal.office;

import static org.rechnungseingang.invoice.BusinessTerm.*;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rechnungseingang.invoice.Attachment;
import org.rechnungseingang.invoice.Identifier;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.InvoiceNote;
import org.rechnungseingang.invoice.Period;
import org.rechnungseingang.invoice.PrecedingInvoice;
import org.rechnungseingang.invoice.References;
import org.rechnungseingang.invoice.SupportingDocument;

/** Lays an invoice out in the parts that KoSIT's viewer has: Übersicht, Details, Zusätze, Anlagen. */
final class Sheets {

    private final Invoice invoice;
    private final SheetWriter writer;
    private final Parties parties;
    private final Amounts amounts;

    Sheets(Invoice invoice, SheetWriter writer) {
        this.invoice = invoice;
        this.writer = writer;
        this.parties = new Parties(writer);
        this.amounts = new Amounts(writer);
    }

    /** Who, to whom, what for, how much, and how it is to be paid. */
    Sheet overview(String linesHref) {
        return new Sheet(
                joined(parties.seller(invoice.seller()), parties.buyer(invoice.buyer(), invoice.buyerReference())),
                head(),
                new Lines(writer).firstOf(invoice, linesHref),
                joined(
                        amounts.totals(invoice.totals()),
                        amounts.vat(invoice.vatBreakdown()),
                        amounts.changes(invoice),
                        new Payments(writer).of(invoice),
                        notes()));
    }

    /** The lines from one to another, counted from 1, with all that they say. */
    Sheet details(int first, int last) {
        return new Sheet(List.of(), new Lines(writer).all(invoice.lines(), first, last), List.of(), List.of());
    }

    /** What else the invoice says: references, delivery, payee, registers. */
    Sheet extras() {
        return new Sheet(
                List.of(),
                joined(
                        references(invoice.references()),
                        preceding(),
                        parties.delivery(invoice.delivery()),
                        parties.payee(invoice.payee()),
                        parties.taxRepresentative(invoice.taxRepresentative()),
                        parties.registers(invoice),
                        process()),
                List.of(),
                List.of());
    }

    /**
     * The supporting documents (BG-24). Nothing of them is opened here, and no reference is a link.
     *
     * @param href where the files inside the invoice can be saved; their position is added
     */
    Sheet attachments(String href) {
        return new Sheet(
                List.of(),
                invoice.supportingDocuments().stream()
                        .flatMap(document -> attachment(document, href).stream())
                        .toList(),
                List.of(),
                List.of());
    }

    private List<Sheet.Group> head() {
        return writer.group(
                writer.wording().text("sheet.head"),
                fields -> fields.text(BT_1, invoice.number())
                        .date(BT_2, invoice.issueDate())
                        .code(BT_3, "type", invoice.typeCode())
                        .found(BT_5, invoice.currency())
                        .text(BT_13, invoice.references().purchaseOrder())
                        .text(BT_12, invoice.references().contract())
                        .text(BT_11, invoice.references().project())
                        .date(BT_73, invoice.period().flatMap(Period::start))
                        .date(BT_74, invoice.period().flatMap(Period::end))
                        .found(BT_24, invoice.processControl().specification())
                        .found(BT_23, invoice.processControl().businessProcess()));
    }

    private List<Sheet.Group> notes() {
        return writer.group(
                writer.wording().term(BG_1), fields -> invoice.notes().forEach(note -> note(fields, note)));
    }

    private static void note(SheetWriter.Fields fields, InvoiceNote note) {
        String subject = note.subjectCode().map(code -> " (" + code + ")").orElse("");
        fields.found(BT_21, note.subjectCode()).text(BT_22, Optional.of(note.text() + subject));
    }

    private List<Sheet.Group> references(References references) {
        return writer.group(
                writer.wording().text("sheet.references"),
                fields -> fields.text(BT_14, references.salesOrder())
                        .text(BT_15, references.receivingAdvice())
                        .text(BT_16, references.despatchAdvice())
                        .text(BT_17, references.tender())
                        .text(BT_18, references.invoicedObject().map(Identifier::toString))
                        .text(BT_19, invoice.buyerAccountingReference())
                        .date(BT_7, invoice.taxPointDate())
                        .text(BT_8, invoice.taxPointDateCode())
                        .text(BT_6, invoice.vatCurrency()));
    }

    private List<Sheet.Group> preceding() {
        return writer.group(
                writer.wording().term(BG_3),
                fields -> invoice.precedingInvoices().forEach(earlier -> preceding(fields, earlier)));
    }

    private static void preceding(SheetWriter.Fields fields, PrecedingInvoice earlier) {
        fields.text(BT_25, earlier.number()).date(BT_26, earlier.issueDate());
    }

    private List<Sheet.Group> process() {
        return writer.group(
                writer.wording().term(BG_2),
                fields -> fields.text(BT_24, invoice.processControl().specification())
                        .text(BT_23, invoice.processControl().businessProcess())
                        .text(BT_5, invoice.currency()));
    }

    private List<Sheet.Group> attachment(SupportingDocument document, String href) {
        return writer.group(writer.wording().term(BG_24), fields -> {
            fields.text(BT_122, document.reference())
                    .text(BT_123, document.description())
                    .text(BT_124, document.externalLocation());
            document.attachment().ifPresent(file -> fields.file(BT_125, file(file), href + file.position()));
        });
    }

    private String file(Attachment file) {
        return writer.wording()
                .text(
                        "sheet.attachment",
                        file.fileName().orElse("–"),
                        file.mimeCode().orElse("–"),
                        Math.max(1, file.size() / 1024));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    private static List<Sheet.Group> joined(List<Sheet.Group>... groups) {
        return Arrays.stream(groups).flatMap(List::stream).toList();
    }
}
