package org.rechnungseingang.service.validation;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.rechnungseingang.schematron.LocalRulesRefused;

/** The service does not start: the rules that a town has written for itself cannot be used. */
final class TownRulesRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String property;

    TownRulesRefused(String town, Path folder, LocalRulesRefused cause) {
        super(
                "Die örtlichen Regeln von %1$s in %2$s sind so nicht zu gebrauchen. / The local rules of %1$s in %2$s cannot be used as they are.\n%3$s"
                        .formatted(
                                town,
                                folder.toAbsolutePath(),
                                cause.faults().stream()
                                        .map(LocalRulesRefused.Fault::toString)
                                        .collect(Collectors.joining("\n"))),
                cause);
        this.property = "rechnungseingang.validation." + town + ".local-rules";
    }

    /** What helps, German first. */
    String remedy() {
        return """
                Bitte die genannten Dateien berichtigen oder %1$s ändern; docs/operations.md zeigt ein Beispiel.
                Please mend the files that are named, or change %1$s; docs/operations.md has an example.""".formatted(property);
    }
}
