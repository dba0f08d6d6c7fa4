package org.rechnungseingang.service.portal.office;

import java.util.List;
import java.util.Optional;
import org.rechnungseingang.service.approval.InvoiceCertified.Subject;
import org.rechnungseingang.service.approval.Seen;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.intake.InvoiceCase;

/**
 * What a person has entered to decide something.
 *
 * @param round the round of the case that the person looked at
 * @param document the hash of the document that the person looked at
 * @param subjects what is to be certified
 * @param account the chosen account, or empty text
 * @param text what is said, or empty text
 * @param office the id of the chosen office, or empty text
 */
record DecisionForm(int round, String document, List<Subject> subjects, String account, String text, String office) {

    /** Keeps its own copy of the list. */
    DecisionForm {
        subjects = List.copyOf(subjects);
    }

    /** The form as it is first shown. */
    static DecisionForm fresh(Standing standing) {
        Seen seen = Seen.of(standing.found());
        return new DecisionForm(seen.round(), seen.document().hex(), List.copyOf(standing.uncertified()), "", "", "");
    }

    /** What the person looked at; empty if the form does not say it. */
    Optional<Seen> seen() {
        return document.matches("[0-9a-f]{64}") ? Optional.of(new Seen(round, new Sha256(document))) : Optional.empty();
    }

    /** Whether the person looked at the case as it is now. */
    boolean isAbout(InvoiceCase found) {
        return seen().filter(Seen.of(found)::equals).isPresent();
    }

    /** Whether this is to be certified. */
    boolean chooses(Subject subject) {
        return subjects.contains(subject);
    }
}
