package org.rechnungseingang.service.validation;

import java.util.List;
import java.util.Locale;
import org.rechnungseingang.schematron.Finding;
import org.rechnungseingang.schematron.Findings;

/** Who has found something. The official rules alone make the outcome; the others stand beside it. */
enum Source {
    OFFICIAL,
    OWN,
    LOCAL;

    static Source of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }

    /** Its name in the table. */
    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it has found, as far as it is kept. */
    List<Finding> in(Examined examined) {
        Findings found = switch (this) {
            case OFFICIAL -> examined.findings();
            case OWN -> examined.own();
            case LOCAL -> examined.local();
        };
        return Verdicts.kept(found);
    }
}
