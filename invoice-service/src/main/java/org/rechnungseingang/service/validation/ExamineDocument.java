package org.rechnungseingang.service.validation;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.rechnungseingang.document.Content;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.document.PdfExtraction;
import org.rechnungseingang.document.PdfExtractionResult;
import org.rechnungseingang.document.PdfExtractionResult.Found;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.Invoices;
import org.rechnungseingang.schematron.Findings;
import org.rechnungseingang.schematron.Verdict;
import org.rechnungseingang.schematron.own.PdfComparison;
import org.rechnungseingang.service.tenant.TownTime;
import org.springframework.stereotype.Component;

/**
 * Checks a received file: finds the invoice in it, checks that by the official rules, looks at what they do not see, and
 * reads its header. Keeps nothing.
 */
@Component
public class ExamineDocument {

    private final Validators validators;
    private final PdfExtraction pdfs;
    private final ReadingLimits limits;
    private final Clock clock;

    ExamineDocument(Validators validators, PdfExtraction pdfs, ReadingLimits limits, Clock clock) {
        this.validators = validators;
        this.pdfs = pdfs;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * The check of these bytes by the rules of today. Never throws for what the bytes contain.
     *
     * @throws CheckingFailed if this machine could not bring the check to its end
     */
    public Examined examine(byte[] bytes) {
        return CheckingFailed.telling(() -> Content.of(bytes) == Content.PDF ? pdf(pdfs.extract(bytes)) : other(bytes));
    }

    /**
     * The same for somebody who waits for it.
     *
     * @param patience how long a PDF may wait for a free process
     * @return empty if it would have had to wait longer
     * @throws CheckingFailed if this machine could not bring the check to its end
     */
    public Optional<Examined> examine(byte[] bytes, Duration patience) {
        return CheckingFailed.telling(() -> Content.of(bytes) == Content.PDF
                ? pdfs.extract(bytes, patience).map(this::pdf)
                : Optional.of(other(bytes)));
    }

    private Examined other(byte[] bytes) {
        Content content = Content.of(bytes);
        return content == Content.XML ? xml(bytes, Optional.empty()) : Examined.noInvoice(NoInvoice.because(content));
    }

    private Examined pdf(PdfExtractionResult result) {
        return result instanceof Found found
                ? xml(found.xml(), Optional.of(found))
                : Examined.noInvoice(NoInvoice.because(result, limits));
    }

    private Examined xml(byte[] xml, Optional<Found> pdf) {
        Document document = Document.of(xml);
        Optional<byte[]> extracted = pdf.map(Found::xml);
        Optional<Invoice> invoice = Invoices.read(document).invoice();
        Optional<InvoiceHeader> header =
                invoice.map(read -> InvoiceHeader.of(read, FormatName.of(read, pdf.isPresent())));
        Findings pages =
                pdf.map(found -> PdfComparison.findings(document, found.text())).orElse(Findings.NONE);
        if (invoice.filter(this::hasTooManyAttachments).isPresent()) {
            return Examined.refused(
                    TooManyAttachments.reason(limits.attachments()), header.orElseThrow(), pages, extracted);
        }
        Verdict verdict = validators.current().check(document, TownTime.today(clock));
        if (verdict instanceof Verdict.Failed failed) {
            throw CheckingFailed.because(failed);
        }
        return new Examined(
                CheckOutcome.of(verdict.outcome()),
                verdict.ruleSet(),
                verdict.findings(),
                verdict.own().and(pages),
                verdict.local(),
                reason(verdict),
                header,
                extracted);
    }

    private boolean hasTooManyAttachments(Invoice invoice) {
        return invoice.attachments().size() > limits.attachments();
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
