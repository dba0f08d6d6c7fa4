package org.rechnungseingang.schematron.own;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.rechnungseingang.invoice.BusinessTerm;
import org.rechnungseingang.schematron.Finding;
import org.rechnungseingang.schematron.Level;

/**
 * One thing to look at in an invoice beside the official rules.
 *
 * @param rule its id, {@code OWN-…}; its text in both languages stands in {@code own-checks.xml}
 * @param level warning or information, so that the outcome stays the official one
 * @param official rules that speak of the same cause; where one of them found something, this check has nothing to add
 * @param look what is to be said of an invoice
 */
record OwnCheck(String rule, Level level, Set<String> official, Function<Subject, Stream<Sighting>> look) {

    /** More of one kind do not help anybody, and a hostile file has millions. */
    private static final int MOST = 20;

    OwnCheck {
        if (!rule.startsWith("OWN-") || level.blocks()) {
            throw new IllegalArgumentException("not for a check of our own: " + rule + " " + level);
        }
        official = Set.copyOf(official);
    }

    /** Should be mended. */
    static OwnCheck warning(String rule, Set<String> official, Function<Subject, Stream<Sighting>> look) {
        return new OwnCheck(rule, Level.WARNING, official, look);
    }

    /** Good to know. */
    static OwnCheck note(String rule, Set<String> official, Function<Subject, Stream<Sighting>> look) {
        return new OwnCheck(rule, Level.INFORMATION, official, look);
    }

    Stream<Finding> findings(Subject subject) {
        return look.apply(subject).limit(MOST).map(sighting -> finding(subject, sighting));
    }

    private Finding finding(Subject subject, Sighting sighting) {
        return OwnFinding.of(
                rule,
                level,
                sighting.detail(),
                OwnPlaces.of(subject.invoice().syntax(), sighting.terms().get(0), sighting.value()),
                sighting.terms(),
                sighting.value());
    }

    /**
     * Something that was seen.
     *
     * @param terms the fields it is about; it stands in the first
     * @param value what stands there; empty if nothing does
     * @param detail what would be right, or empty
     */
    record Sighting(List<BusinessTerm> terms, String value, String detail) {

        Sighting {
            terms = List.copyOf(terms);
        }

        static Sighting of(String value, BusinessTerm... terms) {
            return new Sighting(List.of(terms), value, "");
        }

        static Sighting missing(BusinessTerm... terms) {
            return of("", terms);
        }

        Sighting with(String what) {
            return new Sighting(terms, value, what);
        }
    }
}
