package org.rechnungseingang.service.peppol.as4;

import static org.rechnungseingang.service.peppol.as4.EbmsError.OTHER;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rechnungseingang.service.peppol.as4.BusinessDocument.Identifier;
import org.rechnungseingang.service.peppol.as4.BusinessDocument.QualifiedName;
import org.rechnungseingang.service.peppol.as4.BusinessDocument.Scope;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a Standard Business Document: its header, and of the document in it the root and which prefixes it borrows. */
final class BusinessDocumentHandler extends DefaultHandler {

    private static final String SBDH = "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader";
    private static final String SCOPES = "the same Scope";
    private static final int LONGEST_VALUE = 500;

    private final Deque<String> path = new ArrayDeque<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Scope> scopes = new HashMap<>();
    private final Borrowed borrowed = new Borrowed();
    private final StringBuilder text = new StringBuilder();
    private Optional<QualifiedName> document = Optional.empty();
    private int children;
    private boolean header;
    private boolean envelope;
    private final Set<String> twice = new HashSet<>();

    @Override
    public void startPrefixMapping(String prefix, String uri) {
        borrowed.declared(prefix, uri, path.size());
    }

    @Override
    public void endPrefixMapping(String prefix) {
        borrowed.over(prefix, path.size());
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        path.addLast(localName);
        text.setLength(0);
        if (path.size() == 1) {
            envelope = uri.equals(SBDH) && localName.equals("StandardBusinessDocument");
        } else if (path.size() == 2) {
            begin(new QualifiedName(uri, localName));
        }
        if (path.size() > 1 && children == 2) {
            borrowed.used(qName, attributes);
        } else if (header && localName.equals("Identifier")) {
            keep(below() + "@Authority", attributes.getValue("Authority"));
        }
    }

    private void begin(QualifiedName child) {
        children++;
        if (children == 1) {
            header = child.equals(new QualifiedName(SBDH, "StandardBusinessDocumentHeader"));
        } else {
            header = false;
            document = Optional.of(child);
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (children == 1) {
            text.append(characters, start, Math.min(length, LONGEST_VALUE - Math.min(text.length(), LONGEST_VALUE)));
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        if (children == 1 && path.size() > 2) {
            if (localName.equals("Scope")) {
                endScope();
            } else {
                keep(below(), text.toString().strip());
            }
        }
        text.setLength(0);
        path.removeLast();
    }

    // The same scope twice would let each reader choose another one.
    private void endScope() {
        String scope = below();
        String type = texts.getOrDefault(scope + "/Type", "");
        Scope said = new Scope(
                texts.getOrDefault(scope + "/InstanceIdentifier", ""), texts.getOrDefault(scope + "/Identifier", ""));
        if (scopes.put(type, said) != null) {
            twice.add(SCOPES);
        }
        texts.keySet().removeIf(name -> name.startsWith(scope + "/"));
    }

    private void keep(String name, @Nullable String value) {
        if (texts.put(name, Objects.requireNonNullElse(value, "")) != null) {
            twice.add(name);
        }
    }

    /** The path below the header. */
    private String below() {
        return path.stream().skip(2).collect(Collectors.joining("/"));
    }

    /**
     * Whether that was such an envelope.
     *
     * @throws MessageRefused if it was not
     */
    void hold() {
        MessageRefused.unless(
                envelope && children == 2 && document.isPresent(),
                OTHER,
                "The payload is no Standard Business Document with one header and one document");
        MessageRefused.unless(
                text("HeaderVersion").equals("1.0"), OTHER, "The Standard Business Document Header is of version 1.0");
    }

    String text(String name) {
        holdOnce(name);
        return texts.getOrDefault(name, "");
    }

    private void holdOnce(String name) {
        MessageRefused.unless(
                !twice.contains(name), OTHER, "The Standard Business Document Header says twice: " + name);
    }

    Identifier identifier(String role) {
        return new Identifier(text(role + "/Identifier@Authority"), text(role + "/Identifier"));
    }

    Map<String, Scope> scopes() {
        holdOnce(SCOPES);
        return scopes;
    }

    QualifiedName root() {
        return document.orElseThrow();
    }

    String declarations() {
        return borrowed.declarations();
    }
}
