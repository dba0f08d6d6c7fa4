package org.rechnungseingang.service.portal.api;

import java.util.Locale;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.portal.Wording;

/**
 * A choice with its word for people.
 *
 * @param code stable
 * @param label in the language of the answer; the same words as on the screens
 */
record Labelled(String code, String label) {

    static Labelled of(Station station, Wording wording, Locale locale) {
        return new Labelled(Wire.name(station), wording.text(locale, "station." + station));
    }

    static Labelled of(Mark mark, Wording wording, Locale locale) {
        return new Labelled(Wire.name(mark), wording.text(locale, "mark." + mark));
    }
}
