package org.rechnungseingang.schematron;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import javax.xml.validation.ValidatorHandler;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.document.Parsing;
import org.xml.sax.SAXException;

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
        Schemas schemas = new Schemas(catalogue.imports(), new Names(0));
        return xml -> {
            Document document = Document.of(xml);
            Identity.Probe probe = new Identity.Probe();
            document.parse(probe);
            String schema = catalogue
                    .ruleSet(probe.identity(), ON)
                    .flatMap(set -> set.syntax().schema())
                    .orElseThrow();
            return document.parse(new Forwarding(handler(schemas, schema))) instanceof Parsing.WellFormed
                    ? "accept"
                    : "reject";
        };
    }

    private static ValidatorHandler handler(Schemas schemas, String schema) {
        try {
            return schemas.handler(schema);
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }
}
