package org.rechnungseingang.service.validation;

import java.time.Clock;
import java.util.Optional;
import org.rechnungseingang.document.Content;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.document.PdfExtraction;
import org.rechnungseingang.document.PdfExtractionResult;
import org.rechnungseingang.invoice.Invoices;
import org.rechnungseingang.schematron.Validator;
import org.rechnungseingang.schematron.Verdict;
import org.rechnungseingang.service.tenant.TownTime;
import org.springframework.stereotype.Component;

/** Checks a received file: finds the invoice in it, checks that by the official rules and reads its header. Keeps nothing. */
@Component
public class ExamineDocument {

    private final Validator validator;
    private final PdfExtraction pdfs;
    private final Clock clock;

    ExamineDocument(Validator validator, PdfExtraction pdfs, Clock clock) {
        this.validator = validator;
        this.pdfs = pdfs;
        this.clock = clock;
    }

    /** The check of these bytes by the rules of today. Never throws for what the bytes contain. */
    public Examined examine(byte[] bytes) {
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
        Verdict verdict = validator.check(document, TownTime.today(clock));
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
        if (verdict instanceof Verdict.Refused refused) {
            return Optional.of(new Reason(refused.text(), refused.english()));
        }
        return verdict instanceof Verdict.Failed failed
                ? Optional.of(new Reason(failed.text(), failed.english()))
                : Optional.empty();
    }
}
