package org.rechnungseingang.service.portal.api;

import java.util.Locale;
import java.util.Optional;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.register.RegisterEntry;

/**
 * A choice with its word for people.
 *
 * @param code stable
 * @param label in the language of the answer; the same six words for the stations everywhere
 */
record Labelled(String code, String label) {

    private static final Text NOT_CHECKED = new Text(
            "Die Prüfung ist bei uns nicht gelungen; das sagt nichts über die Rechnung. Die zuständige Person weiß es und holt sie nach. Bitte nicht erneut senden.",
            "The check did not succeed on our side; that says nothing about the invoice. The person in charge knows and will see to it. Please do not send it again.");

    static Labelled of(Station station, Locale locale) {
        return new Labelled(Wire.name(station), word(station).in(locale));
    }

    /** Why it is on hold where no verdict tells; empty if it is not. */
    static Optional<Labelled> hold(RegisterEntry entry, Locale locale) {
        return entry.uncheckable()
                ? Optional.of(new Labelled(Wire.name(ProblemCode.CHECK_FAILED), NOT_CHECKED.in(locale)))
                : Optional.empty();
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
