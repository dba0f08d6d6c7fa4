package org.rechnungseingang.service.portal.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rechnungseingang.service.intake.Channel;
import org.rechnungseingang.service.intake.Envelope;
import org.rechnungseingang.service.intake.Receipt;
import org.rechnungseingang.service.intake.ReceiveInvoice;
import org.rechnungseingang.service.notice.StatusPages;
import org.rechnungseingang.service.people.CurrentPerson;
import org.rechnungseingang.service.people.Person;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes invoices in: one as the body itself, or several as parts. The answer is given when they are kept, never before. */
@RestController
class HandInInvoices {

    private final ReceiveInvoice intake;
    private final StatusPages statusPages;
    private final Uploads uploads;
    private final Faults faults;
    private final Clock clock;

    HandInInvoices(ReceiveInvoice intake, StatusPages statusPages, Uploads uploads, Faults faults, Clock clock) {
        this.intake = intake;
        this.statusPages = statusPages;
        this.uploads = uploads;
        this.faults = faults;
        this.clock = clock;
    }

    @PostMapping(Paths.INVOICES)
    ResponseEntity<Object> handIn(HttpServletRequest request, @CurrentPerson Person program) {
        // Before the body is read: a slow line must not make an invoice late (§ 286(3) BGB).
        Arrival arrival = new Arrival(clock.instant(), program, request);
        return uploads.severalIn(request)
                ? uploads.parts(request, parts -> several(parts, arrival))
                : uploads.whole(request, upload -> accepted(keep(upload, arrival)));
    }

    private ResponseEntity<Object> several(List<Part> parts, Arrival arrival) {
        if (parts.isEmpty()) {
            throw Refusal.of(ProblemCode.EMPTY_BODY);
        }
        List<Attempt> attempts =
                parts.stream().map(part -> attempt(part, arrival)).toList();
        List<FileResult> results = attempts.stream().map(Attempt::result).toList();
        return attempts.stream().allMatch(attempt -> attempt.fault().isPresent())
                ? refused(attempts.get(0).fault().orElseThrow(), results, arrival)
                : answer(results);
    }

    // What hits one file must not hide that others are kept already.
    private Attempt attempt(Part part, Arrival arrival) {
        Optional<String> name = Uploads.name(part);
        try {
            ReceiptAnswer receipt = keep(uploads.read(part), arrival);
            return new Attempt(FileResult.kept(name, receipt), Optional.empty());
        } catch (RuntimeException e) {
            Fault fault = faults.of(e);
            return new Attempt(FileResult.refused(name, fault.in(arrival.locale())), Optional.of(fault));
        }
    }

    private ReceiptAnswer keep(Upload upload, Arrival arrival) {
        Envelope envelope =
                new Envelope(Channel.REST, arrival.at(), arrival.program().actor(), upload.name(), upload.bytes());
        Receipt receipt = intake.receive(envelope);
        return ReceiptAnswer.of(
                receipt,
                statusPages.secretOf(receipt.caseId()),
                arrival.request().getContextPath());
    }

    private static ResponseEntity<Object> accepted(ReceiptAnswer receipt) {
        return ResponseEntity.accepted()
                .location(URI.create(receipt.statusUrl()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(receipt);
    }

    private static ResponseEntity<Object> answer(List<FileResult> results) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.accepted().contentType(MediaType.APPLICATION_JSON);
        if (results.size() == 1) {
            results.get(0).receipt().ifPresent(receipt -> answer.location(URI.create(receipt.statusUrl())));
        }
        return answer.body(new ReceiptsAnswer(results));
    }

    private static ResponseEntity<Object> refused(Fault first, List<FileResult> results, Arrival arrival) {
        return ResponseEntity.status(first.code().status())
                .headers(first.headers())
                .header(HttpHeaders.CONTENT_LANGUAGE, arrival.locale().toLanguageTag())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(first.in(arrival.locale()).with(results));
    }

    /** A request, and when it came. */
    private record Arrival(Instant at, Person program, HttpServletRequest request) {
        Locale locale() {
            return Language.of(request);
        }
    }

    private record Attempt(FileResult result, Optional<Fault> fault) {}
}
