package org.rechnungseingang.schematron.cli;

import org.rechnungseingang.schematron.Outcome;

/** What the command line says in its own words. */
enum Phrase {
    ACCEPT("angenommen", "accepted"),
    REJECT("abgelehnt", "rejected"),
    SCHEMA_INVALID("nicht im Schema", "not in the schema"),
    NOT_WELLFORMED("nicht lesbares XML", "unreadable XML"),
    NO_RULE_SET("kein Regelwerk", "no rule set"),
    REFUSED("keine E-Rechnung", "no e-invoice"),
    ERROR("nicht zu Ende geprüft", "not checked to the end"),

    ABOUT_SCHEMA(
            "Die Datei hat nicht die Form, die das XML-Schema verlangt; die Regeln wurden deshalb nicht geprüft.",
            "The file is not of the form that the XML schema asks for; therefore no rules were checked."),
    ABOUT_XML(
            "Die Datei ist kein vollständiges XML: Ab dieser Stelle ist sie nicht lesbar.",
            "The file is not complete XML: from this place on it cannot be read."),

    ERRORS("%d Fehler", "%d errors"),
    ONE_ERROR("1 Fehler", "1 error"),
    WARNINGS("%d Warnungen", "%d warnings"),
    ONE_WARNING("1 Warnung", "1 warning"),
    NOTES("%d Hinweise", "%d notes"),
    ONE_NOTE("1 Hinweis", "1 note"),

    PLACE("Ort", "place"),
    FOUND("gefunden", "found"),
    OFFICIAL("amtlich", "official"),
    LINE("Zeile %d, Spalte %d", "line %d, column %d"),
    ONE_MORE("… und an einer weiteren Stelle", "… and in one more place"),
    MORE("… und an %d weiteren Stellen", "… and in %d more places"),

    OWN_NOTES("Eigene Hinweise, ohne Einfluss auf das Ergebnis", "Notes of our own, without effect on the outcome"),
    LOCAL_RULES("Örtliche Regeln, ohne Einfluss auf das Ergebnis", "Local rules, without effect on the outcome"),
    NEXT_VERSION("Ab %1$td.%1$tm.%1$tY gilt %2$s: %3$s", "From %1$tF %2$s is in force: %3$s"),
    NOTHING_CHANGES("nichts ändert sich", "nothing changes"),
    GONE("entfällt: %s", "gone: %s"),

    FILES("%d Dateien", "%d files"),
    ONE_FILE("1 Datei", "1 file"),
    FREQUENT("Häufigste Regeln", "Most frequent rules"),
    TIMES("%d-mal, in %d Dateien", "%d times, in %d files"),
    TIMES_IN_ONE("%d-mal, in 1 Datei", "%d times, in 1 file"),
    CHECKING("%d von %d geprüft", "%d of %d checked"),

    NO_FILE("Keine Datei genannt.", "No file was named."),
    UNREADABLE("nicht lesbar", "cannot be read"),
    NOT_FOUND("gibt es nicht", "does not exist"),
    EMPTY_FOLDER("kein XML und kein PDF in diesem Ordner", "no XML and no PDF in this folder"),
    UNKNOWN_RULES("Unbekanntes Regelwerk: %s. Am %s gelten: %s", "Unknown rule set: %s. In force on %s: %s"),
    CANNOT_WRITE("%s lässt sich nicht schreiben.", "%s cannot be written."),
    OVERWRITES("%s soll geprüft und überschrieben werden.", "%s is to be checked and overwritten."),
    SINCE("seit %s", "since %s"),
    FROM_TO("%s bis %s", "%s to %s"),
    BY_NAME("nur mit --rules", "with --rules only"),

    REPORT("Prüfbericht E-Rechnungen", "E-invoice check report"),
    RULES_OF("Geprüft nach den Regeln vom %s.", "Checked by the rules of %s."),
    OVERVIEW("Übersicht", "Overview"),
    FILE("Datei", "File"),
    RESULT("Ergebnis", "Result"),
    RULE_SET("Regelwerk", "Rule set"),
    RULE("Regel", "Rule"),
    COUNT("Funde", "Findings"),
    IN_FILES("Dateien", "Files"),
    HEAD_ERRORS("Fehler", "Errors"),
    HEAD_WARNINGS("Warnungen", "Warnings"),
    HEAD_NOTES("Hinweise", "Notes"),
    HEAD_BESIDE("Daneben", "Beside"),
    NOTHING("Keine Beanstandungen.", "Nothing found."),
    NOT_READ("Nicht gelesene Dateien", "Files that were not read"),
    TOP("Zur Übersicht", "To the overview"),
    OFFICIAL_TEXT("Amtlicher Text", "Official text");

    private final String german;
    private final String english;

    Phrase(String german, String english) {
        this.german = german;
        this.english = english;
    }

    String german() {
        return german;
    }

    String english() {
        return english;
    }

    static Phrase of(Outcome outcome) {
        return valueOf(outcome.name());
    }
}
