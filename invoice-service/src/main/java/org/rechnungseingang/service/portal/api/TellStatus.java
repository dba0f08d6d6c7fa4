package org.rechnungseingang.service.portal.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.people.CurrentPerson;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.portal.Wording;
import org.rechnungseingang.service.register.OpenCase;
import org.rechnungseingang.service.register.RegisterEntry;
import org.rechnungseingang.service.validation.Verdicts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells what became of an invoice. A number of another town is as unknown as one that was never given. */
@RestController
class TellStatus {

    private final OpenCase cases;
    private final Verdicts verdicts;
    private final Wording wording;

    TellStatus(OpenCase cases, Verdicts verdicts, Wording wording) {
        this.cases = cases;
        this.verdicts = verdicts;
        this.wording = wording;
    }

    @GetMapping(Paths.INVOICES + "/{receiptNumber}")
    ResponseEntity<StatusAnswer> status(
            @PathVariable String receiptNumber, HttpServletRequest request, @CurrentPerson Person program) {
        Locale locale = Language.of(request);
        return ReceiptNumber.of(receiptNumber)
                .flatMap(number -> cases.open(number, program, "status"))
                .map(entry -> StatusAnswer.of(entry, verdict(entry, locale), wording, locale))
                .map(status -> ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(status))
                .orElseThrow(() -> Refusal.of(ProblemCode.NOT_FOUND));
    }

    // Only once the register knows it, so that station and verdict never contradict each other.
    private Optional<VerdictAnswer> verdict(RegisterEntry entry, Locale locale) {
        return entry.outcome()
                .flatMap(outcome -> verdicts.latest(entry.caseId()))
                .map(verdict -> VerdictAnswer.of(verdict, locale));
    }
}
