package org.rechnungseingang.service.peppol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** An AS4 receipt or error of the access point, of which the signature is right and covers all that it says. */
public final class SignedAnswer {

    private static final String DS = XMLSignature.XMLNS;
    private static final String WSU =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

    private final Document document;

    private SignedAnswer(Document document) {
        this.document = document;
    }

    /** The answer in these bytes, if the key of this name has signed it. */
    public static SignedAnswer by(String signer, byte[] bytes) throws Exception {
        SignedAnswer answer = new SignedAnswer(parsed(bytes));
        answer.verify(signer);
        return answer;
    }

    private void verify(String signer) throws Exception {
        assertThat(elements(document, DS, "Signature")).hasSize(1);
        DOMValidateContext context = new DOMValidateContext(
                TestPki.certificate(signer).getPublicKey(),
                elements(document, DS, "Signature").get(0));
        elements(document, "*", "*").stream()
                .filter(element -> element.hasAttributeNS(WSU, "Id"))
                .forEach(element -> context.setIdAttributeNS(element, WSU, "Id"));
        XMLSignature signature = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
        assertThat(signature.validate(context)).as("signature").isTrue();
        assertThat(signature.getSignedInfo().getReferences())
                .extracting(Reference::getURI)
                .contains("#" + id(Sealing.EBMS, "Messaging"), "#" + id("*", "Body"));
    }

    private String id(String namespace, String name) {
        List<Element> found = elements(document, namespace, name);
        assertThat(found).as(name).hasSize(1);
        return found.get(0).getAttributeNS(WSU, "Id");
    }

    /** Empty if this is no error. */
    String errorCode() {
        return elements(document, Sealing.EBMS, "Error").stream()
                .map(error -> error.getAttribute("errorCode"))
                .findFirst()
                .orElse("");
    }

    String description() {
        return text("Description");
    }

    public String errorDetail() {
        return text("ErrorDetail");
    }

    /** The message that it is about, as an error says it. */
    String messageInError() {
        return elements(document, Sealing.EBMS, "Error").stream()
                .map(error -> error.getAttribute("refToMessageInError"))
                .findFirst()
                .orElse("");
    }

    /** The message that it is about, as any signal says it. */
    public String answers() {
        return text("RefToMessageId");
    }

    private String text(String name) {
        return elements(document, Sealing.EBMS, name).stream()
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }

    /** What it says to have received: URI and digest of each part. */
    public List<String> received() {
        return elements(document, "http://docs.oasis-open.org/ebxml-bp/ebbp-signals-2.0", "MessagePartNRInformation")
                .stream()
                .map(part -> elements(part, DS, "Reference").get(0))
                .map(SignedAnswer::written)
                .toList();
    }

    private static String written(Element reference) {
        return reference.getAttribute("URI") + " "
                + elements(reference, DS, "DigestValue").get(0).getTextContent();
    }

    /** The references of the signature in a message: URI and digest of each part. */
    public static List<String> references(String soap) {
        return elements(parsed(soap.getBytes(StandardCharsets.UTF_8)), DS, "Reference").stream()
                .map(SignedAnswer::written)
                .toList();
    }

    private static Document parsed(byte[] bytes) {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(bytes));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("No XML: " + new String(bytes, StandardCharsets.UTF_8), e);
        }
    }

    private static List<Element> elements(Node below, String namespace, String name) {
        NodeList found = below instanceof Document all
                ? all.getElementsByTagNameNS(namespace, name)
                : ((Element) below).getElementsByTagNameNS(namespace, name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }
}
