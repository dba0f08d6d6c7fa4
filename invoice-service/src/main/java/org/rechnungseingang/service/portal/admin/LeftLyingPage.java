package org.rechnungseingang.service.portal.admin;

import java.util.UUID;
import org.rechnungseingang.service.finance.SetAsideFeedback;
import org.rechnungseingang.service.mail.MailTroubles;
import org.rechnungseingang.service.people.CurrentPerson;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.peppol.MessageEvidence;
import org.rechnungseingang.service.peppol.RefusedMessages;
import org.rechnungseingang.service.portal.Phrase;
import org.rechnungseingang.service.portal.Received;
import org.rechnungseingang.service.portal.SavedFile;
import org.rechnungseingang.service.portal.Screen;
import org.rechnungseingang.service.work.DeadLetters;
import org.rechnungseingang.service.work.Job;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What the service could not settle by itself: jobs that have failed for good, mails and feedback that were set aside. Each
 * waits for a person, who mends the cause and sends it again, or says that it is done. And what the access point has refused,
 * of which its sender has heard.
 */
@Screen
class LeftLyingPage {

    private static final String HERE = "redirect:/dead-letters";
    private static final String TOLD = "told";

    private final DeadLetters letters;
    private final MailTroubles mails;
    private final SetAsideFeedback feedback;
    private final LeftLyingParts parts;
    private final RefusedMessages refused;
    private final MessageEvidence evidence;

    LeftLyingPage(
            DeadLetters letters,
            MailTroubles mails,
            SetAsideFeedback feedback,
            LeftLyingParts parts,
            RefusedMessages refused,
            MessageEvidence evidence) {
        this.letters = letters;
        this.mails = mails;
        this.feedback = feedback;
        this.parts = parts;
        this.refused = refused;
        this.evidence = evidence;
    }

    @GetMapping("/dead-letters")
    String show(Model model) {
        model.addAttribute("lying", parts.all());
        return "dead-letters";
    }

    @PostMapping("/dead-letters/{id}/again")
    String sendAgain(@CurrentPerson Person person, @PathVariable UUID id, RedirectAttributes redirect) {
        Job job = letters.sendAgain(id, person.actor()).orElseThrow(LeftLyingPage::notFound);
        return told(redirect, "letters.sent", job.receiptNumber());
    }

    @PostMapping("/dead-letters/mails/{id}/settled")
    String settleMail(@CurrentPerson Person person, @PathVariable UUID id, RedirectAttributes redirect) {
        MailTroubles.Trouble settled = mails.settle(id, person.actor()).orElseThrow(LeftLyingPage::notFound);
        return told(redirect, "lying.settled", Received.text(settled.subject()));
    }

    @PostMapping("/dead-letters/feedback/{id}/settled")
    String settleFeedback(@CurrentPerson Person person, @PathVariable UUID id, RedirectAttributes redirect) {
        String key = feedback.settle(id, person.actor()).orElseThrow(LeftLyingPage::notFound);
        return told(redirect, "lying.settled", Received.text(key));
    }

    /** The signed header of a message that was refused, for whoever clears it up with its sender; he sees no invoices. */
    @GetMapping("/dead-letters/refusals/{id}")
    ResponseEntity<byte[]> refusal(@PathVariable UUID id) {
        RefusedMessages.Refused message = refused.of(id).orElseThrow(LeftLyingPage::notFound);
        return SavedFile.of(evidence.of(message), "AS4-" + id + ".xml");
    }

    private static String told(RedirectAttributes redirect, String key, String what) {
        redirect.addFlashAttribute(TOLD, Phrase.of(key, what));
        return HERE;
    }

    // Seen to already, another town's or never there: none of it can be told from the others.
    private static ErrorResponseException notFound() {
        return new ErrorResponseException(HttpStatus.NOT_FOUND);
    }
}
