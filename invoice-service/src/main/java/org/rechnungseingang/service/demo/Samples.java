package org.rechnungseingang.service.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Which samples come from a supplier's program; the others come in mails. */
final class Samples {

    static final Set<String> OF_PROGRAM = Set.of(
            "good/ubl-06-zahlungsempfaenger.xml",
            "good/ubl-13-iso-8859-15.xml",
            "good/cii-04-kleinunternehmerin.xml",
            "good/zugferd-02-en16931.pdf",
            "bad/summe-positionen.xml");

    private Samples() {}

    /** The files for the program, in the order of their names; those that the folder does not have are left out. */
    static List<Path> ofProgram(Path folder) {
        return OF_PROGRAM.stream()
                .sorted()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .toList();
    }
}
