package org.rechnungseingang.service.portal.supplier;

import java.util.List;
import java.util.Optional;
import org.rechnungseingang.service.portal.FieldErrors;
import org.rechnungseingang.service.portal.Phrase;
import org.rechnungseingang.service.portal.Tone;

/**
 * The upload.
 *
 * @param limits what may be uploaded, in words
 * @param errors what is wrong with the form
 * @param results what has become of the files
 * @param checking whether a check is still to come
 * @param self where this page is
 */
record UploadPage(Phrase limits, FieldErrors errors, List<Result> results, boolean checking, String self) {

    /** Keeps its own copy of the results. */
    UploadPage {
        results = List.copyOf(results);
    }

    /**
     * What has become of one file.
     *
     * @param name the file's name, or empty text
     * @param receiptNumber its receipt number, or empty text if it was not kept
     * @param tone how it is to be felt
     * @param phrase what has become of it
     * @param checking whether its check is still to come
     * @param statusPage where everybody who knows the address can follow it, or empty text if it was not kept
     */
    record Result(String name, String receiptNumber, Tone tone, Phrase phrase, boolean checking, String statusPage) {

        static Result refused(Optional<String> name, Phrase why) {
            return new Result(name.orElse(""), "", Tone.ERROR, why, false, "");
        }
    }
}
