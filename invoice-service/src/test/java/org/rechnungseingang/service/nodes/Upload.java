package org.rechnungseingang.service.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.rechnungseingang.service.archive.Sha256;

/** A valid invoice with a number of its own (BT-1). */
record Upload(byte[] bytes, Sha256 sha256) {

    private static final Path SAMPLE =
            Path.of(System.getProperty("basedir", "."), "..", "samples", "good", "ubl-01-schulbedarf.xml");

    static Upload next() {
        try {
            String sample = Files.readString(SAMPLE);
            byte[] bytes = sample.replaceFirst(
                            "<cbc:ID>[^<]*</cbc:ID>", "<cbc:ID>RE-" + UUID.randomUUID() + "</cbc:ID>")
                    .getBytes(StandardCharsets.UTF_8);
            return new Upload(bytes, Sha256.of(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
