package org.rechnungseingang.service.validation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.rechnungseingang.document.Content;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.invoice.Invoices;
import org.rechnungseingang.schematron.Validator;
import org.rechnungseingang.schematron.Verdict;
import org.springframework.stereotype.Component;

/** Checks a received file: finds the invoice in it, checks that by the official rules and reads its header. Keeps nothing. */
@Component
public class ExamineDocument {

    private static final ZoneId TOWN_TIME = ZoneId.of("Europe/Berlin");

    private final Validator validator;
    private final Clock clock;

    ExamineDocument(Validator validator, Clock clock) {
        this.validator = validator;
        this.clock = clock;
    }

    /** The check of these bytes by the rules of today. Never throws for what the bytes contain. */
    public Examined examine(byte[] bytes) {
        Content content = Content.of(bytes);
        return content == Content.XML
                ? xml(Document.of(bytes), Optional.empty())
                : Examined.noInvoice(new Reason("Keine E-Rechnung: " + content, "No e-invoice: " + content));
    }

    private Examined xml(Document document, Optional<byte[]> extracted) {
        Verdict verdict = validator.check(document, LocalDate.now(clock.withZone(TOWN_TIME)));
        Optional<InvoiceHeader> header =
                Invoices.read(document).invoice().map(invoice -> InvoiceHeader.of(invoice, format(invoice)));
        return new Examined(
                CheckOutcome.of(verdict.outcome()),
                verdict.ruleSet(),
                verdict.findings(),
                reason(verdict),
                header,
                extracted);
    }

    private static String format(org.rechnungseingang.invoice.Invoice invoice) {
        return invoice.syntax().name();
    }

    private static Optional<Reason> reason(Verdict verdict) {
        return verdict instanceof Verdict.NoRuleSet none
                ? Optional.of(new Reason(none.text(), none.english()))
                : Optional.empty();
    }
}
