package org.rechnungseingang.service.portal.office;

import java.util.Locale;
import java.util.stream.Stream;

/** The parts of an invoice, in the words of KoSIT's viewer. */
enum Part {
    /** Übersicht. */
    OVERVIEW,
    /** Details: the lines. */
    DETAILS,
    /** Zusätze. */
    EXTRAS,
    /** Anlagen. */
    ATTACHMENTS,
    /** Laufzettel. */
    HISTORY;

    /** Its name in addresses, templates and message keys. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The part with this name, else the overview. */
    static Part of(String id) {
        return Stream.of(values())
                .filter(part -> part.id().equals(id))
                .findFirst()
                .orElse(OVERVIEW);
    }
}
