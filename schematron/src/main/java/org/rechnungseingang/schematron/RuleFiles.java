package org.rechnungseingang.schematron;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.rechnungseingang.document.Bounds;
import org.rechnungseingang.document.Document;

/** The official artefacts on the class path, by their exact names beneath {@code rules/}; there is no other way to one. */
final class RuleFiles {

    /** Official artefacts are trusted, and larger than invoices. */
    static final Bounds TRUSTED =
            new Bounds(64 * 1024 * 1024, 256, 256, 256, 100_000, 5_000_000, 1_000, 1_000, 10_000, 1_000_000);

    private RuleFiles() {}

    /** The artefact of that name, or empty if there is none. */
    static Optional<byte[]> read(String name) {
        return bytes("/rules/" + name);
    }

    /** The artefact of that name as a document; it has been unpacked at build time, so it is there. */
    static Document document(String name) {
        return documentAt("/rules/" + name);
    }

    /** A document of the class path by its absolute name. */
    static Document documentAt(String path) {
        return Document.of(bytesAt(path), TRUSTED);
    }

    /** What stands at that absolute name of the class path. */
    static byte[] bytesAt(String path) {
        return bytes(path).orElseThrow(() -> new IllegalStateException("not on the class path: " + path));
    }

    private static Optional<byte[]> bytes(String path) {
        try (InputStream stream = RuleFiles.class.getResourceAsStream(path)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
