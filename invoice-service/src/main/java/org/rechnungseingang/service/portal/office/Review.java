package org.rechnungseingang.service.portal.office;

import java.util.List;
import java.util.Optional;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.Invoices;
import org.rechnungseingang.service.archive.Originals;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.journal.Entry;
import org.rechnungseingang.service.journal.Journal;
import org.rechnungseingang.service.journal.Verification;
import org.rechnungseingang.service.people.Act;
import org.rechnungseingang.service.people.CurrentPerson;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.portal.Screen;
import org.rechnungseingang.service.register.OpenCase;
import org.rechnungseingang.service.register.RegisterEntry;
import org.rechnungseingang.service.validation.StoredVerdict;
import org.rechnungseingang.service.validation.Verdicts;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The review of one invoice: what it says, what was found, what has happened. What one may not see does not exist. */
@Screen
class Review {

    private final OpenCase openCase;
    private final InvoiceCases cases;
    private final Originals originals;
    private final Verdicts verdicts;
    private final Journal journal;
    private final Verification verification;
    private final ReviewPages pages;
    private final Standings standings;
    private final DecisionCards cards;
    private final Deliveries deliveries;
    private final Deadlines deadlines;

    Review(
            OpenCase openCase,
            InvoiceCases cases,
            Originals originals,
            Verdicts verdicts,
            Journal journal,
            Verification verification,
            ReviewPages pages,
            Standings standings,
            DecisionCards cards,
            Deliveries deliveries,
            Deadlines deadlines) {
        this.openCase = openCase;
        this.cases = cases;
        this.originals = originals;
        this.verdicts = verdicts;
        this.journal = journal;
        this.verification = verification;
        this.pages = pages;
        this.standings = standings;
        this.cards = cards;
        this.deliveries = deliveries;
        this.deadlines = deadlines;
    }

    @GetMapping("/invoices/{receiptNumber}")
    String show(
            @CurrentPerson Person person,
            @PathVariable String receiptNumber,
            @RequestParam(defaultValue = "overview") String part,
            @RequestParam(defaultValue = "1") int line,
            Model model) {
        Part shown = Part.of(part);
        RegisterEntry entry = ReceiptNumber.of(receiptNumber)
                .flatMap(number -> openCase.open(number, person, shown.id()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Optional<StoredVerdict> verdict = verdict(entry, person);
        Optional<Invoice> invoice = shown == Part.HISTORY ? Optional.empty() : invoice(entry);
        model.addAttribute(
                "review",
                pages.page(new ReviewPages.Material(entry, verdict, invoice, history(entry, person), shown, line)));
        // What goes on inside the town is no supplier's matter.
        if (person.may(Act.SEE_HISTORY)) {
            model.addAttribute("decision", cards.of(standings.of(entry.caseId()), person));
            model.addAttribute("delivery", deliveries.of(entry));
            deadlines.of(entry).ifPresent(card -> model.addAttribute("clocks", card));
        }
        if (shown == Part.HISTORY) {
            model.addAttribute("broken", verification.of(entry.caseId()).orElse(""));
        }
        return "review";
    }

    private Optional<StoredVerdict> verdict(RegisterEntry entry, Person person) {
        Optional<StoredVerdict> latest = verdicts.latest(entry.caseId());
        return person.may(Act.SEE_HISTORY) ? latest : latest.map(StoredVerdict::forSupplier);
    }

    /** What has happened, of which a supplier hears his own part and the check. */
    private List<Entry> history(RegisterEntry entry, Person person) {
        return journal.of(entry.caseId()).stream()
                .filter(step -> person.may(Act.SEE_HISTORY)
                        || step.by().equals(person.name())
                        || step.kind().equals("InvoiceChecked"))
                .toList();
    }

    /** The invoice inside the case's document; empty if there is none that can be shown. */
    private Optional<Invoice> invoice(RegisterEntry entry) {
        InvoiceCase found = cases.get(entry.caseId());
        return found.document()
                .map(originals::read)
                .flatMap(bytes -> Invoices.read(Document.of(bytes)).invoice());
    }
}
