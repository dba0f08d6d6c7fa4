package org.rechnungseingang.service.portal.office;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rechnungseingang.document.Content;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.invoice.Attachment;
import org.rechnungseingang.invoice.Attachments;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.Invoices;
import org.rechnungseingang.invoice.SupportingDocument;
import org.rechnungseingang.service.archive.Originals;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.intake.SupportingDocuments;
import org.rechnungseingang.service.people.CurrentPerson;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.peppol.As4Messages;
import org.rechnungseingang.service.peppol.MessageEvidence;
import org.rechnungseingang.service.portal.SavedFile;
import org.rechnungseingang.service.portal.Screen;
import org.rechnungseingang.service.register.OpenCase;
import org.rechnungseingang.service.register.RegisterEntry;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * The original as it was received, the files inside an invoice, and those that came with it. They are saved and never opened in the page: their names
 * are made from the receipt number, their types are told by their content, and they may not run anything.
 */
@Screen
class Download {

    /** Office files are ZIP containers; these two may be attached to an XRechnung. */
    private static final Map<String, String> OFFICE = Map.of(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx",
            "application/vnd.oasis.opendocument.spreadsheet", ".ods");

    private final OpenCase openCase;
    private final InvoiceCases cases;
    private final Originals originals;
    private final SupportingDocuments supporting;
    private final As4Messages messages;
    private final MessageEvidence evidence;

    Download(
            OpenCase openCase,
            InvoiceCases cases,
            Originals originals,
            SupportingDocuments supporting,
            As4Messages messages,
            MessageEvidence evidence) {
        this.openCase = openCase;
        this.cases = cases;
        this.originals = originals;
        this.supporting = supporting;
        this.messages = messages;
        this.evidence = evidence;
    }

    @GetMapping("/invoices/{receiptNumber}/original")
    ResponseEntity<byte[]> original(@CurrentPerson Person person, @PathVariable String receiptNumber) {
        RegisterEntry entry = entry(receiptNumber, person, "original");
        byte[] bytes = originals.read(cases.get(entry.caseId()).original());
        return SavedFile.of(bytes, entry.receiptNumber() + ending(Content.of(bytes), Optional.empty()));
    }

    @GetMapping("/invoices/{receiptNumber}/attachments/{position}")
    ResponseEntity<byte[]> attachment(
            @CurrentPerson Person person, @PathVariable String receiptNumber, @PathVariable int position) {
        RegisterEntry entry = entry(receiptNumber, person, "attachments");
        Document document = cases.get(entry.caseId())
                .document()
                .map(originals::read)
                .map(Document::of)
                .orElseThrow(Download::notFound);
        Attachment attachment = attachment(document, position).orElseThrow(Download::notFound);
        byte[] bytes = Attachments.read(document, attachment).orElseThrow(Download::notFound);
        String ending = ending(Content.of(bytes), attachment.mimeCode());
        return SavedFile.of(bytes, entry.receiptNumber() + "-" + (position + 1) + ending);
    }

    /** A file that came with the invoice and is none itself; what else came with a mail is the town's matter alone. */
    @GetMapping("/invoices/{receiptNumber}/documents/{number}")
    ResponseEntity<byte[]> document(
            @CurrentPerson Person person, @PathVariable String receiptNumber, @PathVariable int number) {
        RegisterEntry entry = entry(receiptNumber, person, "documents");
        SupportingDocuments.SupportingDocument document = supporting.of(entry.caseId()).stream()
                .filter(candidate -> candidate.number() == number)
                .findFirst()
                .orElseThrow(Download::notFound);
        byte[] bytes = originals.read(document.original());
        String ending = ending(Content.of(bytes), Optional.of(document.type()));
        return SavedFile.of(bytes, entry.receiptNumber() + "-M" + number + ending);
    }

    /** The evidence of a message of Peppol that brought the invoice. */
    @GetMapping("/invoices/{receiptNumber}/messages/{id}")
    ResponseEntity<byte[]> message(
            @CurrentPerson Person person, @PathVariable String receiptNumber, @PathVariable UUID id) {
        RegisterEntry entry = entry(receiptNumber, person, "messages");
        As4Messages.Message message = messages.of(entry.caseId(), id).orElseThrow(Download::notFound);
        return SavedFile.of(evidence.of(message, entry.caseId()), entry.receiptNumber() + "-AS4.zip");
    }

    private RegisterEntry entry(String receiptNumber, Person person, String what) {
        return ReceiptNumber.of(receiptNumber)
                .flatMap(number -> openCase.open(number, person, what))
                .orElseThrow(Download::notFound);
    }

    private static Optional<Attachment> attachment(Document document, int position) {
        return Invoices.read(document).invoice().map(Invoice::supportingDocuments).stream()
                .flatMap(List::stream)
                .map(SupportingDocument::attachment)
                .flatMap(Optional::stream)
                .filter(attachment -> attachment.position() == position)
                .findFirst();
    }

    /** The ending of the file's name; what the sender says of it counts only where the content cannot tell. */
    private static String ending(Content content, Optional<String> mimeCode) {
        return switch (content) {
            case XML -> ".xml";
            case PDF -> ".pdf";
            case PNG -> ".png";
            case JPEG -> ".jpg";
            case MAIL -> ".eml";
            case ZIP -> mimeCode.map(OFFICE::get).orElse(".zip");
            case TEXT -> mimeCode.filter("text/csv"::equals).isPresent() ? ".csv" : ".txt";
            case EMPTY, UNKNOWN -> ".bin";
        };
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
