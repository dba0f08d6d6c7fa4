package org.rechnungseingang.service.portal.admin;

import java.util.List;
import java.util.UUID;
import org.rechnungseingang.service.people.CurrentPerson;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.portal.Notation;
import org.rechnungseingang.service.portal.Screen;
import org.rechnungseingang.service.portal.Wording;
import org.rechnungseingang.service.work.DeadLetter;
import org.rechnungseingang.service.work.DeadLetters;
import org.rechnungseingang.service.work.Job;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The jobs that have failed for good: read, mend the cause, send again. */
@Screen
class DeadLetterPage {

    private static final String SENT = "sent";

    private final DeadLetters letters;
    private final Notation notation;
    private final Wording wording;

    DeadLetterPage(DeadLetters letters, Notation notation, Wording wording) {
        this.letters = letters;
        this.notation = notation;
        this.wording = wording;
    }

    @GetMapping("/dead-letters")
    String show(Model model) {
        Object sent = model.getAttribute(SENT);
        model.addAttribute(
                "letters",
                new Letters(
                        letters.waiting().stream().map(this::row).toList(),
                        sent instanceof String number ? number : ""));
        return "dead-letters";
    }

    @PostMapping("/dead-letters/{id}/again")
    String sendAgain(@CurrentPerson Person person, @PathVariable UUID id, RedirectAttributes redirect) {
        // Sent again already, another town's or never there: none of it can be told from the others.
        Job job = letters.sendAgain(id, person.actor())
                .orElseThrow(() -> new ErrorResponseException(HttpStatus.NOT_FOUND));
        redirect.addFlashAttribute(SENT, job.receiptNumber());
        return "redirect:/dead-letters";
    }

    private Row row(DeadLetter letter) {
        return new Row(
                letter.id().toString(),
                letter.job().receiptNumber(),
                wording.meant("stage", letter.job().stage()),
                notation.minute(letter.failedAt()),
                letter.attempts(),
                letter.reason());
    }

    /**
     * The dead letters.
     *
     * @param rows one a letter
     * @param sent the receipt number of what was just sent again, or empty text
     */
    record Letters(List<Row> rows, String sent) {}

    /**
     * A dead letter.
     *
     * @param id its id
     * @param receiptNumber the case's number
     * @param stage what was to be done
     * @param failed when it was given up
     * @param attempts how often it was tried
     * @param reason the last failure
     */
    record Row(String id, String receiptNumber, String stage, String failed, int attempts, String reason) {}
}
