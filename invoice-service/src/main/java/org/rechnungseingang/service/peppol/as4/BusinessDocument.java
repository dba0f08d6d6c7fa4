package org.rechnungseingang.service.peppol.as4;

import static org.rechnungseingang.service.peppol.as4.EbmsError.OTHER;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rechnungseingang.document.Bounds;
import org.rechnungseingang.document.LargeDocument;
import org.rechnungseingang.document.Parsing;

/**
 * The envelope that an invoice travels in (Peppol Business Message Envelope 2.0, a Standard Business Document), and where
 * in it the invoice is. The invoice is cut out byte by byte, never written anew.
 *
 * @param sender participant who sends, {@code 0088:…}
 * @param receiver participant who receives
 * @param standard namespace of the document, as the envelope says
 * @param type local name of the document, as the envelope says
 * @param instanceId the envelope's own name
 * @param scopes what else the envelope says, by type
 * @param root namespace and local name of the document that is really there
 */
public record BusinessDocument(
        Identifier sender,
        Identifier receiver,
        String standard,
        String type,
        String instanceId,
        Map<String, Scope> scopes,
        QualifiedName root,
        Spool bytes,
        Part invoice) {

    /** Whatever breaks these bounds of an invoice is refused later, in words for its sender; here it is only carried. */
    private static final Bounds BOUNDS = new Bounds(
            Integer.MAX_VALUE,
            1_000,
            1_000,
            4_096,
            1_000_000,
            20_000_000,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            100_000,
            1_000_000);

    /** Keeps its own copy of the map. */
    public BusinessDocument {
        scopes = Map.copyOf(scopes);
    }

    /** A value under a scheme, {@code iso6523-actorid-upis} and {@code 0204:…}. */
    public record Identifier(String scheme, String value) {}

    /** One scope: a value, and the scheme that it is of, which may be empty. */
    public record Scope(String value, String scheme) {}

    /** A name in a namespace. */
    public record QualifiedName(String namespace, String name) {}

    /**
     * Where the document is.
     *
     * @param start its first byte
     * @param nameEnd the byte after its name in its start tag
     * @param end the byte after its last one
     * @param declarations what it needs of the namespaces that only the envelope declares, as it is written in a start tag
     */
    record Part(int start, int nameEnd, int end, String declarations) {}

    /**
     * Reads the envelope.
     *
     * @throws MessageRefused if it is none
     */
    public static BusinessDocument of(Spool payload) {
        Spool utf8 = Utf8.of(payload);
        BusinessDocumentHandler handler = new BusinessDocumentHandler();
        Parsing parsing = LargeDocument.parse(utf8.open(), BOUNDS, handler);
        MessageRefused.unless(
                parsing instanceof Parsing.WellFormed,
                OTHER,
                "The payload is no well-formed XML document within the bounds");
        handler.hold();
        List<Integer> places = ElementPlaces.secondChild(utf8.buffer());
        return new BusinessDocument(
                handler.identifier("Sender"),
                handler.identifier("Receiver"),
                handler.text("DocumentIdentification/Standard"),
                handler.text("DocumentIdentification/Type"),
                handler.text("DocumentIdentification/InstanceIdentifier"),
                handler.scopes(),
                handler.root(),
                utf8,
                new Part(places.get(0), places.get(1), places.get(2), handler.declarations()));
    }

    /** The value of this scope. */
    public Optional<Scope> scope(String type) {
        return Optional.ofNullable(scopes.get(type));
    }

    /** The document, in UTF-8. */
    public byte[] document() {
        ByteBuffer all = bytes.buffer();
        byte[] declarations = invoice.declarations().getBytes(StandardCharsets.UTF_8);
        ByteBuffer cut = ByteBuffer.allocate(invoice.end() - invoice.start() + declarations.length);
        cut.put(all.slice(invoice.start(), invoice.nameEnd() - invoice.start()))
                .put(declarations)
                .put(all.slice(invoice.nameEnd(), invoice.end() - invoice.nameEnd()));
        return cut.array();
    }
}
