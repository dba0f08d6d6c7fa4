package org.rechnungseingang.schematron;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.document.Forwarding;
import org.rechnungseingang.document.Parsing;

/** What the benchmark needs of this package and nobody else does. */
public final class BenchmarkMaterial {

    private static final LocalDate ON = LocalDate.of(2026, 11, 1);

    private BenchmarkMaterial() {}

    /** An invoice in UBL with so many lines. */
    public static byte[] invoice(int lines) {
        return UblInvoice.anInvoice().lines(lines).bytes();
    }

    /** The official files of the corpus; none if there is no corpus. */
    public static List<byte[]> officialFiles() {
        return Corpus.find().map(BenchmarkMaterial::officialFiles).orElse(List.of());
    }

    private static List<byte[]> officialFiles(Corpus corpus) {
        return corpus.lines("verdicts.jsonl").stream()
                .map(line -> line.get("path").asString())
                .filter(path -> path.startsWith("xrechnung-testsuite/"))
                .map(path -> bytes(corpus.directory().resolve(path)))
                .toList();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Our validator with all its rules. */
    public static Function<byte[], String> ours(Engine engine) {
        Validator validator = Validator.official(Validator.DEFAULT_LIMIT, engine);
        return xml -> validator.check(Document.of(xml), ON).outcome().wireName();
    }

    /** Parsing and schema only, with no tree and no rules: nothing that validates can be faster. */
    public static Function<byte[], String> floor() {
        Catalogue catalogue = Catalogue.official();
        Schemas schemas = new Schemas(catalogue.imports(), Engine.SAXON, new Doubts(reason -> {}));
        Map<byte[], String> known = Collections.synchronizedMap(new IdentityHashMap<>());
        return xml -> {
            String schema = known.computeIfAbsent(xml, any -> schema(catalogue, xml));
            Parsing parsing = Document.of(xml).parse(new Forwarding(schemas.handler(schema)));
            return parsing instanceof Parsing.WellFormed ? "accept" : "reject";
        };
    }

    private static String schema(Catalogue catalogue, byte[] xml) {
        Reading reading = new Reading(Document.of(xml));
        reading.read();
        return catalogue
                .ruleSet(Identity.of(reading.tree()), ON)
                .flatMap(set -> set.syntax().schema())
                .orElseThrow();
    }
}
