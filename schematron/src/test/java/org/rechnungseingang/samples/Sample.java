package org.rechnungseingang.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.rechnungseingang.document.Document;
import tools.jackson.databind.json.JsonMapper;

/** An entry of {@code samples/manifest.json}. */
record Sample(String file, String title, String outcome, List<String> rules, String notice, String noticeEnglish) {

    /** The folder {@code samples}, seen from the module and from the root. */
    static final Path FOLDER = Stream.of("../samples", "samples")
            .map(Path::of)
            .filter(Files::isDirectory)
            .findFirst()
            .orElseThrow();

    static List<Sample> all() {
        return List.of(JsonMapper.shared().readValue(FOLDER.resolve("manifest.json"), Sample[].class));
    }

    static Sample named(String file) {
        return all().stream()
                .filter(sample -> sample.file.equals(file))
                .findFirst()
                .orElseThrow();
    }

    boolean isPdf() {
        return file.endsWith(".pdf");
    }

    boolean isGood() {
        return file.startsWith("good/");
    }

    byte[] bytes() {
        try {
            return Files.readAllBytes(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Document document() {
        return Document.of(bytes());
    }

    @Override
    public String toString() {
        return file;
    }
}
