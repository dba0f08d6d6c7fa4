package org.rechnungseingang.service.portal.office;

import org.rechnungseingang.document.Content;
import org.rechnungseingang.service.archive.Originals;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.people.CurrentPerson;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.portal.Screen;
import org.rechnungseingang.service.register.OpenCase;
import org.rechnungseingang.service.register.RegisterEntry;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * The original as it was received. It is saved and never opened in the page: its name is made from the receipt number, its
 * type is told by its content, and it may not run anything.
 */
@Screen
class Download {

    private final OpenCase openCase;
    private final InvoiceCases cases;
    private final Originals originals;

    Download(OpenCase openCase, InvoiceCases cases, Originals originals) {
        this.openCase = openCase;
        this.cases = cases;
        this.originals = originals;
    }

    @GetMapping("/invoices/{receiptNumber}/original")
    ResponseEntity<byte[]> original(@CurrentPerson Person person, @PathVariable String receiptNumber) {
        RegisterEntry entry = ReceiptNumber.of(receiptNumber)
                .flatMap(number -> openCase.open(number, person, "original"))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        byte[] bytes = originals.read(cases.get(entry.caseId()).original());
        String ending = ending(Content.of(bytes));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, saved(entry.receiptNumber() + ending))
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes);
    }

    private static String saved(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }

    private static String ending(Content content) {
        return switch (content) {
            case XML -> ".xml";
            case PDF -> ".pdf";
            case PNG -> ".png";
            case JPEG -> ".jpg";
            case ZIP -> ".zip";
            case TEXT -> ".txt";
            case EMPTY, UNKNOWN -> ".bin";
        };
    }
}
