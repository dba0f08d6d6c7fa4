package org.rechnungseingang.schematron;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
import org.rechnungseingang.schematron.rules.OfficialRules;
import org.rechnungseingang.schematron.translated.Grammar;
import org.rechnungseingang.schematron.translated.GrammarReader;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/**
 * The official schemas, from the class path only: as grammars that tell a valid document in no time, and for all others as
 * a complete processor, which is compiled when the first document needs it. Thread-safe.
 */
final class Schemas {

    private static final URI ROOT = URI.create("rules:/");

    private final Map<String, String> imports;
    private final Engine engine;
    private final Doubts doubts;
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();
    private final Map<String, Grammar> grammars = new ConcurrentHashMap<>();

    /** Takes the places of schemas that others import by their namespace alone. */
    Schemas(Map<String, String> imports, Engine engine, Doubts doubts) {
        this.imports = imports;
        this.engine = engine;
        this.doubts = doubts;
    }

    /**
     * What is wrong with a well-formed document by the schema of that name; nothing if it is valid.
     *
     * @throws Deadline.Exceeded if it took too long
     */
    List<SchemaError> errors(String name, Reading reading, Deadline deadline) {
        if (engine == Engine.JAVA && grammar(name).accepts(reading.tree())) {
            return List.of();
        }
        List<SchemaError> errors = SchemaErrors.of(reading.document(), handler(name), deadline);
        if (errors.isEmpty() && engine == Engine.JAVA) {
            doubts.add("the schema");
        }
        return errors;
    }

    Grammar grammar(String name) {
        return grammars.computeIfAbsent(name, Schemas::readGrammar);
    }

    private static Grammar readGrammar(String name) {
        byte[] lines = RuleFiles.bytesAt("/rules/" + name + ".grammar");
        return GrammarReader.read(new String(lines, StandardCharsets.UTF_8), OfficialRules.names());
    }

    /** A new handler that checks one document against the schema of that name. */
    ValidatorHandler handler(String name) {
        try {
            return hardened(compiled.computeIfAbsent(name, this::compile).newValidatorHandler());
        } catch (SAXException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static ValidatorHandler hardened(ValidatorHandler handler) throws SAXException {
        handler.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        handler.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        handler.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        handler.setProperty("http://apache.org/xml/properties/locale", Locale.ROOT);
        handler.setResourceResolver((type, namespace, publicId, systemId, base) -> refuse(systemId));
        return handler;
    }

    private Schema compile(String name) {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setResourceResolver(
                    (type, namespace, publicId, systemId, base) -> resolve(namespace, systemId, base));
            SchemaInput input = open(ROOT.resolve(name));
            return factory.newSchema(new StreamSource(input.getByteStream(), input.getSystemId()));
        } catch (SAXException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private LSInput resolve(@Nullable String namespace, @Nullable String systemId, @Nullable String base) {
        URI location = systemId == null
                ? ROOT.resolve(Optional.ofNullable(namespace).map(imports::get).orElse("missing"))
                : URI.create(String.valueOf(base)).resolve(systemId);
        return open(location);
    }

    private SchemaInput open(URI location) {
        String name = ROOT.relativize(location).toString();
        byte[] bytes = RuleFiles.read(name)
                .orElseThrow(() -> new IllegalStateException("not an official schema: " + location));
        return new SchemaInput(location.toString(), bytes);
    }

    private static LSInput refuse(@Nullable String systemId) {
        throw new IllegalStateException("a document asked for a schema of its own: " + systemId);
    }
}
