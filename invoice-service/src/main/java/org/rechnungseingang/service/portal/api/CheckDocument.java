package org.rechnungseingang.service.portal.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.util.List;
import java.util.Locale;
import org.rechnungseingang.service.validation.ExamineDocument;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Checks one file while the sender waits, and keeps nothing of it. */
@RestController
class CheckDocument {

    private final ExamineDocument examine;
    private final Uploads uploads;

    CheckDocument(ExamineDocument examine, Uploads uploads) {
        this.examine = examine;
        this.uploads = uploads;
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
                .body(CheckAnswer.of(examine.examine(upload.bytes()), locale));
    }

    private static Part only(List<Part> parts) {
        if (parts.size() != 1) {
            throw Refusal.of(parts.isEmpty() ? ProblemCode.EMPTY_BODY : ProblemCode.BAD_REQUEST);
        }
        return parts.get(0);
    }
}
