package org.rechnungseingang.schematron;

import java.util.Locale;
import java.util.Optional;

/** How grave a finding is, gravest first, after the rule set's changed levels. */
public enum Level {

    /** A rule that must hold, in the words of a rule set without a scenario of its own (plain CEN rules). */
    FATAL,

    /** A rule that must hold; the official scenarios call what the rules call fatal an error. */
    ERROR,

    /** Should be mended, never a reason to refuse. */
    WARNING,

    /** A note. */
    INFORMATION;

    /** Whether an invoice with such a finding is not accepted. */
    public boolean blocks() {
        return this == FATAL || this == ERROR;
    }

    /** The stable name in files, answers and databases: {@code fatal}, {@code error} … */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level of that wire name, or empty. */
    public static Optional<Level> of(String wireName) {
        for (Level level : values()) {
            if (level.wireName().equals(wireName)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return wireName();
    }
}
