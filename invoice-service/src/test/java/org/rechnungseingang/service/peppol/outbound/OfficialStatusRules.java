package org.rechnungseingang.service.peppol.outbound;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.Serializer;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.s9api.XsltTransformer;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/** The official schema and Schematron rules of the Message Level Status 1.0. */
final class OfficialStatusRules {

    private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:ApplicationResponse-2";
    private static final String SCHEMA = "/external/schemas/ubl21/maindoc/UBL-ApplicationResponse-2.1.xsd";
    private static final String RULES = "/external/schematron/mls/1.0.0/xslt/peppol-mls-1.0.0.xslt";
    private static final Map<String, String> IMPORTED = Map.of(
            "urn:un:unece:uncefact:data:specification:CoreComponentTypeSchemaModule:2", "CCTS_CCT_SchemaModule.xsd",
            "http://www.w3.org/2000/09/xmldsig#", "xmldsig-core-schema.xsd",
            "http://uri.etsi.org/01903/v1.3.2#", "XAdES01903v132-201601.xsd",
            "http://uri.etsi.org/01903/v1.4.1#", "XAdES01903v141-201601.xsd");
    private static final Pattern FAILED = Pattern.compile("<svrl:failed-assert[^>]*>\\s*<svrl:text>([^<]*)");
    private static final Pattern FIRED = Pattern.compile("<svrl:fired-rule");

    private final Processor processor = new Processor(false);
    private final XsltExecutable rules;
    private final Schema schema;

    OfficialStatusRules() {
        try (var in = resource(RULES).openStream()) {
            rules = processor.newXsltCompiler().compile(new StreamSource(in));
            SchemaFactory schemas = SchemaFactory.newDefaultInstance();
            schemas.setResourceResolver((type, namespace, publicId, systemId, base) -> imported(namespace));
            schema = schemas.newSchema(resource(SCHEMA));
        } catch (IOException | SaxonApiException | SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the status message in this envelope breaks; fails if there is none or no rule has looked at it. */
    List<String> broken(byte[] envelope) {
        Document response = response(envelope);
        List<String> broken = new ArrayList<>();
        try {
            schema.newValidator().validate(new DOMSource(response));
        } catch (SAXException e) {
            broken.add(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String report = report(response);
        if (!FIRED.matcher(report).find()) {
            throw new AssertionError("No rule has looked at " + new String(envelope));
        }
        Matcher failed = FAILED.matcher(report);
        while (failed.find()) {
            broken.add(failed.group(1));
        }
        return broken;
    }

    /** The status message as a document of its own. */
    static Document response(byte[] envelope) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Document all = factory.newDocumentBuilder().parse(new ByteArrayInputStream(envelope));
            Element response = (Element)
                    all.getElementsByTagNameNS(UBL, "ApplicationResponse").item(0);
            Document alone = factory.newDocumentBuilder().newDocument();
            alone.appendChild(alone.importNode(Objects.requireNonNull(response), true));
            return alone;
        } catch (Exception e) {
            throw new AssertionError("No status message: " + new String(envelope), e);
        }
    }

    private String report(Document response) {
        try {
            StringWriter out = new StringWriter();
            Serializer serializer = processor.newSerializer(out);
            XsltTransformer transformer = rules.load();
            transformer.setSource(new DOMSource(response));
            transformer.setDestination(serializer);
            transformer.transform();
            return out.toString();
        } catch (SaxonApiException e) {
            throw new IllegalStateException(e);
        }
    }

    // They are not beside the schema, and nobody is asked for them over the network.
    private static @Nullable LSInput imported(@Nullable String namespace) {
        String file = IMPORTED.get(Objects.requireNonNullElse(namespace, ""));
        if (file == null) {
            return null;
        }
        try {
            LSInput input = ((DOMImplementationLS) DocumentBuilderFactory.newDefaultNSInstance()
                            .newDocumentBuilder()
                            .getDOMImplementation())
                    .createLSInput();
            input.setSystemId(resource("/rules/ubl/2.1/imported/" + file).toString());
            return input;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(OfficialStatusRules.class.getResource(name), name);
    }
}
