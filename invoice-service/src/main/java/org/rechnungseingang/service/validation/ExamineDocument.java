package org.rechnungseingang.service.validation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.rechnungseingang.document.Content;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.document.PdfExtraction;
import org.rechnungseingang.document.PdfExtractionResult;
import org.rechnungseingang.invoice.Invoices;
import org.rechnungseingang.schematron.Validator;
import org.rechnungseingang.schematron.Verdict;
import org.springframework.stereotype.Component;

/** Checks a received file: finds the invoice in it, checks that by the official rules and reads its header. Keeps nothing. */
@Component
public class ExamineDocument {

    private static final ZoneId TOWN_TIME = ZoneId.of("Europe/Berlin");

    private final Validator validator;
    private final PdfExtraction pdfs;
    private final Clock clock;

    ExamineDocument(Validator validator, PdfExtraction pdfs, Clock clock) {
        this.validator = validator;
        this.pdfs = pdfs;
        this.clock = clock;
    }

    /**
     * The check of these bytes by the rules of today. Never throws for what the bytes contain.
     *
     * @throws CheckingFailed if this machine could not bring the check to its end
     */
    public Examined examine(byte[] bytes) {
        return CheckingFailed.telling(() -> examined(bytes));
    }

    private Examined examined(byte[] bytes) {
        Content content = Content.of(bytes);
        return switch (content) {
            case XML -> xml(bytes, Optional.empty());
            case PDF -> pdf(pdfs.extract(bytes));
            default -> Examined.noInvoice(NoInvoice.because(content));
        };
    }

    private Examined pdf(PdfExtractionResult result) {
        return result instanceof PdfExtractionResult.Found found
                ? xml(found.xml(), Optional.of(found.xml()))
                : Examined.noInvoice(NoInvoice.because(result));
    }

    private Examined xml(byte[] xml, Optional<byte[]> extracted) {
        Document document = Document.of(xml);
        Verdict verdict = validator.check(document, LocalDate.now(clock.withZone(TOWN_TIME)));
        if (verdict instanceof Verdict.Failed failed) {
            throw CheckingFailed.because(failed);
        }
        Optional<InvoiceHeader> header = Invoices.read(document)
                .invoice()
                .map(invoice -> InvoiceHeader.of(invoice, FormatName.of(invoice, extracted.isPresent())));
        return new Examined(
                CheckOutcome.of(verdict.outcome()),
                verdict.ruleSet(),
                verdict.findings(),
                reason(verdict),
                header,
                extracted);
    }

    private static Optional<Reason> reason(Verdict verdict) {
        if (verdict instanceof Verdict.NoRuleSet none) {
            return Optional.of(new Reason(none.text(), none.english()));
        }
        return verdict instanceof Verdict.Refused refused
                ? Optional.of(new Reason(refused.text(), refused.english()))
                : Optional.empty();
    }
}
