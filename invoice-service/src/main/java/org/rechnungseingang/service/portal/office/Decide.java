package org.rechnungseingang.service.portal.office;

import java.util.List;
import java.util.Optional;
import org.rechnungseingang.service.approval.InvoiceCertified.Subject;
import org.rechnungseingang.service.approval.Refusal;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.people.Access;
import org.rechnungseingang.service.people.CurrentPerson;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.portal.FieldErrors;
import org.rechnungseingang.service.portal.Screen;
import org.rechnungseingang.service.register.OpenCase;
import org.rechnungseingang.service.register.RegisterEntry;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Decisions about one invoice. Each asks on a page of its own before it counts. */
@Screen
class Decide {

    private static final String ADDRESS = "/invoices/{receiptNumber}/decide/{act}";
    private static final String READ = "decide";

    private final OpenCase openCase;
    private final Access access;
    private final Standings standings;
    private final Offer offer;
    private final Deeds deeds;
    private final SecondClick secondClick;
    private final DecidePages pages;

    Decide(
            OpenCase openCase,
            Access access,
            Standings standings,
            Offer offer,
            Deeds deeds,
            SecondClick secondClick,
            DecidePages pages) {
        this.openCase = openCase;
        this.access = access;
        this.standings = standings;
        this.offer = offer;
        this.deeds = deeds;
        this.secondClick = secondClick;
        this.pages = pages;
    }

    @GetMapping(ADDRESS)
    String ask(
            @CurrentPerson Person person, @PathVariable String receiptNumber, @PathVariable String act, Model model) {
        Asked asked = asked(person, receiptNumber, act);
        FieldErrors errors = offer.obstacle(person, asked.act(), asked.standing())
                .map(Decide::refused)
                .orElse(FieldErrors.NONE);
        return page(asked, DecisionForm.fresh(asked.standing()), errors, model);
    }

    @PostMapping(ADDRESS)
    String decide(
            @CurrentPerson Person person,
            @PathVariable String receiptNumber,
            @PathVariable String act,
            @RequestParam(defaultValue = "0") int round,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") List<Subject> subject,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String office,
            RedirectAttributes redirect,
            Model model) {
        Asked asked = asked(person, receiptNumber, act);
        // A browser sends a line's end as two characters, and counts it as one.
        DecisionForm form = new DecisionForm(round, document, subject, account, text.replace("\r\n", "\n"), office);
        Deeds.Answer answer = deeds.decide(person, asked.entry().receiptNumber(), asked.act(), form);
        if (answer instanceof Deeds.Answer.Done done) {
            return done(done.key(), person, asked, redirect);
        }
        Asked now = asked(person, receiptNumber, act);
        return secondClick.repeats(person, now.act(), form, now.standing())
                ? done("decide.done." + now.act().id(), person, now, redirect)
                : page(now, form, ((Deeds.Answer.Refused) answer).errors(), model);
    }

    private String done(String key, Person person, Asked asked, RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", key);
        return "redirect:" + afterwards(person, asked.entry());
    }

    /** What is asked for: the case as it stands, and the act. */
    private record Asked(RegisterEntry entry, Standing standing, DecisionAct act) {}

    private Asked asked(Person person, String receiptNumber, String act) {
        RegisterEntry entry = find(person, receiptNumber).orElseThrow(Decide::notFound);
        DecisionAct known = DecisionAct.of(act).orElseThrow(Decide::notFound);
        Standing standing = standings.of(entry.caseId());
        if (!offer.allows(person, known, standing)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return new Asked(entry, standing, known);
    }

    private Optional<RegisterEntry> find(Person person, String receiptNumber) {
        return ReceiptNumber.of(receiptNumber).flatMap(number -> openCase.open(number, person, READ));
    }

    private String page(Asked asked, DecisionForm form, FieldErrors errors, Model model) {
        model.addAttribute("decide", pages.page(asked.entry(), asked.standing(), asked.act(), form, errors));
        return "decide";
    }

    // Whoever has given a case away may not see it any more.
    private String afterwards(Person person, RegisterEntry entry) {
        if (find(person, entry.receiptNumber().text()).isPresent()) {
            return "/invoices/" + entry.receiptNumber();
        }
        return access.triages(person) ? "/triage" : "/invoices";
    }

    private static FieldErrors refused(Refusal reason) {
        return FieldErrors.NONE.and(Deeds.WHOLE, "refusal." + reason);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
