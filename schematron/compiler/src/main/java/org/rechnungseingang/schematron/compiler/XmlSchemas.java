package org.rechnungseingang.schematron.compiler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.xerces.dom.DOMInputImpl;
import org.apache.xerces.impl.xs.XMLSchemaLoader;
import org.apache.xerces.xs.XSModel;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.DOMError;
import org.w3c.dom.DOMErrorHandler;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;

/** Reads the XML schemas of a folder with all that they import from it. */
final class XmlSchemas {

    /** Where schemas lie that others import by their namespace alone. */
    private static final String IMPORTED = "/imported/";

    private static final Pattern TARGET = Pattern.compile("targetNamespace=\"([^\"]+)\"");

    private final Map<String, Path> byNamespace = new HashMap<>();

    XmlSchemas(Path folder) throws IOException {
        for (Path file : files(folder)) {
            if (file.toUri().toString().contains(IMPORTED)) {
                byNamespace.put(namespace(file), file);
            }
        }
    }

    /** The namespace that a schema is about. */
    static String namespace(Path schema) throws IOException {
        Matcher target = TARGET.matcher(Files.readString(schema));
        if (!target.find()) {
            throw new IllegalStateException("no namespace: " + schema);
        }
        return target.group(1);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".xsd"))
                    .sorted()
                    .toList();
        }
    }

    XSModel read(Path schema) {
        XMLSchemaLoader loader = new XMLSchemaLoader();
        loader.setParameter("resource-resolver", (LSResourceResolver) this::imported);
        loader.setParameter("error-handler", (DOMErrorHandler) XmlSchemas::report);
        return Optional.ofNullable(loader.loadURI(schema.toUri().toString()))
                .orElseThrow(() -> new IllegalStateException("not read: " + schema));
    }

    /** The place of what is imported without one; nothing for the others, whose places are relative. */
    private @Nullable LSInput imported(
            String type, String namespace, String publicId, @Nullable String systemId, String base) {
        Path file = byNamespace.get(namespace);
        return systemId != null || file == null
                ? null
                : new DOMInputImpl(null, file.toUri().toString(), null);
    }

    private static boolean report(DOMError error) {
        if (error.getSeverity() == DOMError.SEVERITY_WARNING) {
            return true;
        }
        throw new IllegalStateException(error.getMessage());
    }
}
