package org.rechnungseingang.service.portal.api;

import java.util.Locale;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Station;

/**
 * A choice with its word for people.
 *
 * @param code stable
 * @param label in the language of the answer; the same six words for the stations everywhere
 */
record Labelled(String code, String label) {

    static Labelled of(Station station, Locale locale) {
        return new Labelled(Wire.name(station), word(station).in(locale));
    }

    static Labelled of(Mark mark, Locale locale) {
        return new Labelled(Wire.name(mark), word(mark).in(locale));
    }

    private static Text word(Station station) {
        return switch (station) {
            case RECEIVED -> new Text("Empfangen", "received");
            case CHECKED -> new Text("Geprüft", "checked");
            case ASSIGNED -> new Text("Zugeordnet", "assigned");
            case ORDERED -> new Text("Angeordnet", "ordered");
            case POSTED -> new Text("Gebucht", "posted");
            case PAID -> new Text("Bezahlt", "paid");
        };
    }

    private static Text word(Mark mark) {
        return switch (mark) {
            case OPEN -> new Text("offen", "open");
            case ON_HOLD -> new Text("angehalten", "on hold");
            case QUERY -> new Text("Rückfrage", "query");
            case REFUSED -> new Text("abgelehnt", "refused");
            case MERGED -> new Text("zusammengeführt", "merged");
        };
    }
}
