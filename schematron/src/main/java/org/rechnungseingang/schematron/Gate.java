package org.rechnungseingang.schematron;

import java.util.List;

/**
 * What the catalogue knows of documents without a rule set: their roots or profiles, and what to tell the sender.
 *
 * @param code stable; empty if the document may still be an invoice
 * @param roots local names of root elements; empty for any
 * @param profiles profile ids, with a star at the end for any rest; empty for any
 */
record Gate(String code, List<String> roots, List<String> profiles, String german, String english) {

    boolean fits(Identity identity) {
        return (roots.isEmpty() || roots.contains(identity.root()))
                && (profiles.isEmpty() || profiles.stream().anyMatch(known -> matches(known, identity.profile())));
    }

    static boolean matches(String pattern, String text) {
        return pattern.endsWith("*")
                ? text.startsWith(pattern.substring(0, pattern.length() - 1))
                : text.equals(pattern);
    }

    Verdict.Refused refused() {
        return new Verdict.Refused(code, german, english);
    }

    Verdict.NoRuleSet noRuleSet(Identity identity) {
        return new Verdict.NoRuleSet(identity.profile(), german, english);
    }
}
