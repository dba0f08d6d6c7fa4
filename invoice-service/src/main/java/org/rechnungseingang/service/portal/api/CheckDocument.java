package org.rechnungseingang.service.portal.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.rechnungseingang.service.portal.Limits;
import org.rechnungseingang.service.validation.ExamineDocument;
import org.rechnungseingang.service.validation.Examined;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Checks one file while the sender waits, and keeps nothing of it. */
@RestController
class CheckDocument {

    // A PDF that the queue has left waiting so long would be answered too late to be of use.
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BUSY_PAUSE = Duration.ofSeconds(5);

    private final ExamineDocument examine;
    private final Uploads uploads;
    // Somebody waits for each, a thread and perhaps a large file are held: who comes when all are taken is told at
    // once.
    private final Semaphore atOnce;

    CheckDocument(ExamineDocument examine, Uploads uploads, Limits limits) {
        this.examine = examine;
        this.uploads = uploads;
        this.atOnce = new Semaphore(limits.checks());
    }

    @PostMapping(Paths.CHECK)
    ResponseEntity<CheckAnswer> check(HttpServletRequest request) {
        Locale locale = Language.of(request);
        return uploads.severalIn(request)
                ? uploads.parts(request, parts -> check(uploads.read(only(parts)), locale))
                : uploads.whole(request, upload -> check(upload, locale));
    }

    private ResponseEntity<CheckAnswer> check(Upload upload, Locale locale) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
                .contentType(MediaType.APPLICATION_JSON)
                .body(CheckAnswer.of(examined(upload), locale));
    }

    private Examined examined(Upload upload) {
        if (!atOnce.tryAcquire()) {
            throw busy();
        }
        try {
            return examine.examine(upload.bytes(), PATIENCE).orElseThrow(CheckDocument::busy);
        } finally {
            atOnce.release();
        }
    }

    private static Refusal busy() {
        return new Refusal(Fault.retry(ProblemCode.TOO_MANY_CHECKS, BUSY_PAUSE));
    }

    private static Part only(List<Part> parts) {
        if (parts.size() != 1) {
            throw Refusal.of(parts.isEmpty() ? ProblemCode.EMPTY_BODY : ProblemCode.BAD_REQUEST);
        }
        return parts.get(0);
    }
}
