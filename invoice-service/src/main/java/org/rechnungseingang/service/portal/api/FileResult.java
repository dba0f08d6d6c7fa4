package org.rechnungseingang.service.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * What became of one of several files: it has a receipt or a problem.
 *
 * @param file its name as the sender gave it
 * @param receipt where it is kept
 * @param problem why it is not
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record FileResult(Optional<String> file, Optional<ReceiptAnswer> receipt, Optional<Problem> problem) {

    static FileResult kept(Optional<String> file, ReceiptAnswer receipt) {
        return new FileResult(file, Optional.of(receipt), Optional.empty());
    }

    static FileResult refused(Optional<String> file, Problem problem) {
        return new FileResult(file, Optional.empty(), Optional.of(problem));
    }
}
