package org.rechnungseingang.schematron.own;

import java.util.List;
import java.util.Optional;
import org.rechnungseingang.invoice.BusinessTerm;
import org.rechnungseingang.schematron.Explanation;
import org.rechnungseingang.schematron.Finding;
import org.rechnungseingang.schematron.LegalClass;
import org.rechnungseingang.schematron.Level;

/** Makes findings of our own: their text is that of {@code own-checks.xml}, German first, then English. */
final class OwnFinding {

    /** The invoice could not be looked at. */
    static final String NOT_CHECKED = "OWN-NOT-CHECKED";

    private OwnFinding() {}

    /**
     * @param detail what would be right, or the two texts that differ; empty if there is nothing to add
     * @param value what stands there; empty if nothing does
     */
    static Finding of(
            String rule, Level level, String detail, String location, List<BusinessTerm> terms, String value) {
        Explanation text = Explanation.of(rule).orElseThrow(() -> new IllegalStateException("no text for " + rule));
        String added = detail.isEmpty() ? "" : " (" + Finding.shorten(detail) + ")";
        return new Finding(
                rule,
                level,
                LegalClass.BUSINESS_RULE,
                text.german() + " / " + text.english() + added,
                location,
                terms.stream().map(BusinessTerm::id).toList(),
                Optional.of(value).filter(present -> !present.isEmpty()).map(Finding::shorten));
    }

    /** A failure of our own checks is a note and never the end of a verdict. */
    static Finding notChecked(Throwable cause) {
        return of(NOT_CHECKED, Level.INFORMATION, cause.getClass().getSimpleName(), "", List.of(), "");
    }
}
