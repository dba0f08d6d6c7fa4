package org.rechnungseingang.schematron;

import java.util.List;
import java.util.stream.Collectors;

/** A town's own rules cannot be used as they are; says where and why, for the person who wrote them. */
public final class LocalRulesRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    LocalRulesRefused(List<Fault> faults) {
        super(faults.stream()
                .map(Fault::toString)
                .collect(Collectors.joining(
                        "\n",
                        "Die örtlichen Regeln sind so nicht zu gebrauchen. / The local rules cannot be used as they are.\n",
                        "")));
        this.faults = List.copyOf(faults);
    }

    /** Everything that is wrong, by file and line; never empty. */
    public List<Fault> faults() {
        return faults;
    }

    /**
     * One thing that is wrong.
     *
     * @param file the file's name, or the folder's
     * @param line the line on which the fault's element begins or ends, from 1; 0 if it is no matter of a line
     * @param text what is wrong and what to do, in German
     * @param english the same in English
     */
    public record Fault(String file, int line, String text, String english) {

        @Override
        public String toString() {
            return line > 0
                    ? "%s, Zeile %d: %s / line %2$d: %s".formatted(file, line, text, english)
                    : "%s: %s / %s".formatted(file, text, english);
        }
    }
}
