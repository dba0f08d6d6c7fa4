package org.rechnungseingang.service.validation;

import java.util.Optional;
import org.rechnungseingang.schematron.Finding;
import org.rechnungseingang.service.archive.Originals;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.journal.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a verdict true in one short transaction: the case's new station, verdict, findings, and all who listen. */
@Component
class SettleVerdict {

    private static final Actor BY = Actor.service(CheckInvoice.NAME);

    private final InvoiceCases cases;
    private final Originals originals;
    private final Verdicts verdicts;
    private final ApplicationEventPublisher events;

    SettleVerdict(InvoiceCases cases, Originals originals, Verdicts verdicts, ApplicationEventPublisher events) {
        this.cases = cases;
        this.originals = originals;
        this.verdicts = verdicts;
        this.events = events;
    }

    @Transactional
    public void settle(InvoiceCase received, Examined examined) {
        Optional<Sha256> document = document(received, examined);
        Mark mark = examined.outcome().needsPerson() ? Mark.ON_HOLD : Mark.OPEN;
        if (cases.advance(received, Station.CHECKED, mark, document)) {
            verdicts.add(received, examined);
            events.publishEvent(checked(received, examined, mark, document));
        }
    }

    private Optional<Sha256> document(InvoiceCase received, Examined examined) {
        return examined.extracted()
                .map(originals::keep)
                .or(() -> examined.header().map(header -> received.original()));
    }

    private static InvoiceChecked checked(
            InvoiceCase received, Examined examined, Mark mark, Optional<Sha256> document) {
        long errors = examined.findings().stream()
                .filter(finding -> finding.level().blocks())
                .count();
        return new InvoiceChecked(
                received.id(),
                BY,
                received.round(),
                document,
                examined.outcome(),
                examined.decision(),
                mark,
                examined.ruleSet().map(Object::toString),
                examined.findings().stream().map(Finding::rule).distinct().toList(),
                (int) errors,
                examined.findings().size() - (int) errors,
                examined.header());
    }
}
