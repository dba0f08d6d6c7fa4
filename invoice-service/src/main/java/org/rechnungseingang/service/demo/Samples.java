package org.rechnungseingang.service.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which samples come from a supplier's program and which over Peppol; the others come in mails. */
final class Samples {

    static final Set<String> OF_PROGRAM = Set.of(
            "good/ubl-06-zahlungsempfaenger.xml",
            "good/ubl-13-iso-8859-15.xml",
            "good/cii-04-kleinunternehmerin.xml",
            "good/zugferd-02-en16931.pdf",
            "bad/summe-positionen.xml");

    static final Set<String> OF_PEPPOL = Set.of("good/ubl-03-anhaenge.xml", "good/cii-03-gutschrift.xml");

    private Samples() {}

    /** Those that do not come in mails. */
    static Set<String> notOfMails() {
        return Stream.concat(OF_PROGRAM.stream(), OF_PEPPOL.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** The files for the program, in the order of their names; those that the folder does not have are left out. */
    static List<Path> ofProgram(Path folder) {
        return OF_PROGRAM.stream()
                .sorted()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .toList();
    }
}
