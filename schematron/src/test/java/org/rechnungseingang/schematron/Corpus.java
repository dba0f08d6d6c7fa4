package org.rechnungseingang.schematron;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rechnungseingang.document.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real invoices with the official verdicts, outside the repository: {@code -Dcorpus=DIR}. */
record Corpus(Path directory) {

    static final String SKIPPED = "skipped: no corpus; give its folder with -Dcorpus=DIR";

    static Optional<Corpus> find() {
        return Optional.ofNullable(System.getProperty("corpus"))
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .map(Corpus::new);
    }

    List<JsonNode> lines(String file) {
        JsonMapper mapper = JsonMapper.shared();
        try {
            return Files.readAllLines(directory.resolve(file)).stream()
                    .map(mapper::readTree)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Document document(String path) {
        try {
            return Document.of(Files.readAllBytes(directory.resolve(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
