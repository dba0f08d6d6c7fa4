package org.rechnungseingang.service.peppol;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.rechnungseingang.service.peppol.HttpMessage.Part;
import org.w3c.dom.Document;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSSerializer;

/** A message to the access point as phase4 sends it: right, except where a test wants it wrong. */
public final class AMessage {

    /** The participant it is for; its routing id stands behind the scheme. */
    public static final String RECEIVER = "0204:04011000-1234512345-06";

    private static final Path SAMPLES =
            Path.of(System.getProperty("basedir", ".")).resolve("../samples/good");

    private final String messageId = UUID.randomUUID() + "@sender.example";
    private final Sealing sealing = new Sealing();
    private final Instant created = Instant.now();
    private final String instanceId = UUID.randomUUID().toString();
    private final Map<String, byte[]> others = new LinkedHashMap<>();
    private String contentId = "invoice-" + UUID.randomUUID() + "@sender.example";
    private String reference = contentId;
    private String invoice = sample("ubl-01-schulbedarf.xml").replace("PS-2026-1187", "PS-" + UUID.randomUUID());
    private UnaryOperator<String> soap = UnaryOperator.identity();
    private UnaryOperator<String> document = UnaryOperator.identity();
    private UnaryOperator<byte[]> encoded = UnaryOperator.identity();
    private UnaryOperator<byte[]> packed = AMessage::zipped;
    private UnaryOperator<String> sealed = UnaryOperator.identity();
    private UnaryOperator<byte[]> encrypted = UnaryOperator.identity();
    private UnaryOperator<List<Part>> parts = UnaryOperator.identity();
    private UnaryOperator<HttpMessage> sent = UnaryOperator.identity();

    private AMessage() {}

    public static AMessage aMessage() {
        return new AMessage();
    }

    public String messageId() {
        return messageId;
    }

    /** The envelope's name. */
    public String instanceId() {
        return instanceId;
    }

    /** The invoice, without XML declaration. */
    String invoice() {
        return invoice;
    }

    /** With the same invoice as the other one, byte by byte. */
    public AMessage withInvoiceOf(AMessage other) {
        invoice = other.invoice;
        return this;
    }

    /** The same envelope in a message of another name. */
    public AMessage underAnotherName() {
        String same = payload();
        return aMessage().carries(all -> same);
    }

    /** With this invoice. */
    public AMessage of(String other) {
        invoice = undeclared(other);
        return this;
    }

    /** With this Content-ID, and percent-coded in references as a sender may do it. */
    AMessage contentId(String id, String coded) {
        contentId = id;
        reference = coded;
        return this;
    }

    /** Not compressed. */
    AMessage plain() {
        packed = UnaryOperator.identity();
        return says("<eb:Property name=\"CompressionType\">application/gzip</eb:Property>", "");
    }

    /** Signs and encrypts otherwise. */
    AMessage sealing(Consumer<Sealing> otherwise) {
        otherwise.accept(sealing);
        return this;
    }

    /** Another one beside the payload, signed and encrypted with it. */
    AMessage alsoAttached(String id) {
        others.put(id, zipped("<beside/>".getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** Says something else in the SOAP part, and signs that. */
    AMessage says(String text, String instead) {
        return says(Texts.replacing(text, instead));
    }

    AMessage says(UnaryOperator<String> otherwise) {
        soap = both(soap, otherwise);
        return this;
    }

    /** Carries another business document. */
    public AMessage carries(String text, String instead) {
        return carries(Texts.replacing(text, instead));
    }

    public AMessage carries(UnaryOperator<String> otherwise) {
        document = both(document, otherwise);
        return this;
    }

    /** Asks for something in a scope of its envelope. */
    public AMessage wants(String scope, String value) {
        return carries(
                "</sh:BusinessScope>",
                "<sh:Scope><sh:Type>" + scope + "</sh:Type><sh:InstanceIdentifier>" + value
                        + "</sh:InstanceIdentifier></sh:Scope></sh:BusinessScope>");
    }

    /** Writes the business document in other bytes. */
    AMessage encoded(UnaryOperator<byte[]> otherwise) {
        encoded = otherwise;
        return this;
    }

    /** Packs the business document otherwise than with gzip. */
    AMessage packed(UnaryOperator<byte[]> otherwise) {
        packed = otherwise;
        return this;
    }

    /** Changes the SOAP part after it was signed. */
    AMessage forged(String text, String instead) {
        return forged(Texts.replacing(text, instead));
    }

    AMessage forged(UnaryOperator<String> otherwise) {
        sealed = both(sealed, otherwise);
        return this;
    }

    /** Changes the encrypted attachment. */
    AMessage attachment(UnaryOperator<byte[]> otherwise) {
        encrypted = otherwise;
        return this;
    }

    /** Changes which parts there are; the first one is the SOAP part. */
    AMessage parts(UnaryOperator<List<Part>> otherwise) {
        parts = otherwise;
        return this;
    }

    /** Changes what goes over the wire. */
    AMessage sent(UnaryOperator<HttpMessage> otherwise) {
        sent = otherwise;
        return this;
    }

    /** As it goes over the wire; signed anew each time. */
    public HttpMessage http() {
        try {
            return sent.apply(HttpMessage.of(parts.apply(sealedParts())));
        } catch (WSSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Part> sealedParts() throws WSSecurityException {
        Document envelope = parsed(soap.apply(Templates.soap(messageId, "cid:" + reference)));
        Map<String, byte[]> clear = new LinkedHashMap<>();
        clear.put(reference, packed.apply(encoded.apply(payload().getBytes(StandardCharsets.UTF_8))));
        clear.putAll(others);
        Attachments attachments = new Attachments(clear);
        sealing.seal(envelope, attachments);
        List<Part> all = new ArrayList<>();
        all.add(Part.soap(sealed.apply(written(envelope))));
        attachments
                .all()
                .forEach((id, bytes) ->
                        all.add(Part.attachment(id.equals(reference) ? contentId : id, encrypted.apply(bytes))));
        return all;
    }

    /** The business document. */
    String payload() {
        return document.apply(Templates.businessDocument(instanceId, created, invoice));
    }

    private static String sample(String name) {
        try {
            return undeclared(Files.readString(SAMPLES.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String undeclared(String xml) {
        return xml.replaceFirst("^<\\?xml[^>]*\\?>\\s*", "");
    }

    static byte[] zipped(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static UnaryOperator<String> both(UnaryOperator<String> first, UnaryOperator<String> then) {
        return text -> then.apply(first.apply(text));
    }

    private static Document parsed(String xml) {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new IllegalArgumentException(xml, e);
        }
    }

    private static String written(Document envelope) {
        // Declares what WSS4J has left undeclared.
        LSSerializer writer = ((DOMImplementationLS) envelope.getImplementation()).createLSSerializer();
        writer.getDomConfig().setParameter("xml-declaration", false);
        return writer.writeToString(envelope);
    }
}
