package org.rechnungseingang.schematron.translated;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What stands between the parentheses of a regular expression. A repeated group that repeats something itself may be
 * read in so many ways that one engine gives up where another has found it long since.
 */
final class Group {

    /** Single characters and classes, those of inner groups too, as Java understands them. */
    private final List<String> atoms = new ArrayList<>();

    private boolean repeats;
    private boolean branches;
    /** Whether a single character, taken once, begins or ends the group. */
    private boolean begins;

    private boolean ends;

    void add(String atom, boolean quantified) {
        begins |= atoms.isEmpty() && !quantified;
        ends = !quantified;
        repeats |= quantified;
        atoms.add(atom);
    }

    void add(Group inner, boolean quantified) {
        ends = false;
        repeats |= quantified || inner.repeats;
        branches |= inner.branches;
        atoms.addAll(inner.atoms);
    }

    void branch() {
        branches = true;
    }

    /** Whether a text can be cut into repetitions of the group in one way only, as far as this can be seen at once. */
    boolean isReadInOneWay() {
        return !repeats && !branches
                || !branches && (begins && isSeparator(0) || ends && isSeparator(atoms.size() - 1));
    }

    /** Whether nothing else in the group matches that character. */
    private boolean isSeparator(int place) {
        String character = character(atoms.get(place));
        for (int i = 0; i < atoms.size(); i++) {
            if (i != place && Pattern.matches(atoms.get(i), character)) {
                return false;
            }
        }
        return !character.isEmpty();
    }

    /** The character that the atom stands for; empty for a class and for the end of a line. */
    private static String character(String atom) {
        if (atom.startsWith("\\x")) {
            return String.valueOf((char) Integer.parseInt(atom.substring(2), 16));
        }
        return atom.startsWith("[") || Character.isLetter(atom.charAt(1)) ? "" : atom.substring(1);
    }
}
