package org.rechnungseingang.schematron.cli;

import java.io.PrintWriter;
import java.util.List;
import org.rechnungseingang.schematron.KnownRuleSet;

/** The rule sets with version and validity, one a line. */
record RuleList(Language language, List<KnownRuleSet> ruleSets) {

    void write(PrintWriter out) {
        int width = ruleSets.stream()
                .mapToInt(set -> set.name().toString().length())
                .max()
                .orElse(0);
        ruleSets.forEach(set -> out.print(line(set, width) + "\n"));
        out.flush();
    }

    private String line(KnownRuleSet set, int width) {
        String name = set.name().toString();
        String validity = set.to()
                .map(to -> language.of(Phrase.FROM_TO, set.from(), to))
                .orElseGet(() -> language.of(Phrase.SINCE, set.from()));
        String byName = set.byName() ? ", " + language.of(Phrase.BY_NAME) : "";
        return name + " ".repeat(width - name.length() + 2) + validity + byName + "  " + set.title();
    }
}
