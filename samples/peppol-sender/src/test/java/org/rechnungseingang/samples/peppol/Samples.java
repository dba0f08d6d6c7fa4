package org.rechnungseingang.samples.peppol;

import java.nio.file.Path;

/** The project's invoices, from this module's folder. */
final class Samples {

    static final Path UBL = good("ubl-01-schulbedarf.xml");
    static final Path CII = good("cii-01-strom.xml");

    private Samples() {}

    static Path good(String name) {
        return Path.of("..", "good", name).toAbsolutePath().normalize();
    }
}
