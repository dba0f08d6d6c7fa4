package org.rechnungseingang.schematron;

import java.time.Duration;
import java.util.Optional;

/**
 * A check that did not come to its end.
 *
 * @param rules the rule set, if it was known already
 * @param findings what was found before
 */
record Broken(Optional<RuleSetName> rules, Findings findings) {

    /** While the document was read. */
    static final Broken READING = new Broken(Optional.empty(), Findings.NONE);

    Verdict noRuleFired(String stylesheet) {
        return failed(
                "no-rule-fired",
                "Keine einzige Regel aus %s hat etwas zu prüfen gefunden; das Ergebnis wäre wertlos."
                        .formatted(stylesheet),
                "Not one rule of %s found anything to check; the result would be worthless.".formatted(stylesheet),
                Optional.empty());
    }

    Verdict tooLong(Duration limit) {
        return failed(
                "deadline",
                "Die Prüfung dauerte länger als %d Sekunden und wurde abgebrochen.".formatted(limit.toSeconds()),
                "The check took longer than %d seconds and was given up.".formatted(limit.toSeconds()),
                Optional.empty());
    }

    Verdict outOfMemory(VirtualMachineError cause) {
        return failed(
                "memory",
                "Der Speicher hat für die Prüfung nicht gereicht.",
                "There was not enough memory for the check.",
                Optional.of(cause));
    }

    Verdict engineBroke(RuntimeException cause) {
        return failed(
                "engine",
                "Das Prüfwerk selbst ist gescheitert; das ist ein Fehler hier und nicht in der Rechnung.",
                "The checking engine itself failed; that is a fault here and not of the invoice.",
                Optional.of(cause));
    }

    private Verdict failed(String code, String text, String english, Optional<Throwable> cause) {
        return new Verdict.Failed(rules, code, text, english, findings, cause);
    }
}
