package org.rechnungseingang.schematron;

import java.net.URI;
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
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/** The official schemas, compiled when the first document needs them, from the class path only. Thread-safe. */
final class Schemas {

    private static final URI ROOT = URI.create("rules:/");

    private final Map<String, String> imports;
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    private final Names names;

    /** Takes the places of schemas that others import by their namespace alone, and teaches their names. */
    Schemas(Map<String, String> imports, Names names) {
        this.imports = imports;
        this.names = names;
    }

    /** A new handler that checks one document against the schema of that name. */
    ValidatorHandler handler(String name) throws SAXException {
        ValidatorHandler handler = compiled.computeIfAbsent(name, this::compile).newValidatorHandler();
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
        names.learn(name);
        return new SchemaInput(location.toString(), bytes);
    }

    private static LSInput refuse(@Nullable String systemId) {
        throw new IllegalStateException("a document asked for a schema of its own: " + systemId);
    }
}
