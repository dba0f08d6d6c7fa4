package org.rechnungseingang.service.peppol.smp;

import java.io.StringReader;
import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.XMLStructure;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLObject;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.SignatureMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.crypto.dsig.spec.XPathFilterParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.rechnungseingang.service.peppol.TestPki;
import org.rechnungseingang.service.peppol.as4.OwnKey;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** How an answer is signed: as publishers do it, as far as a test does not ask for something else. */
public final class Signing {

    static final String C14N_11 = "http://www.w3.org/2006/12/xml-c14n11";

    private static final XMLSignatureFactory FACTORY = XMLSignatureFactory.getInstance("DOM");

    private String signer = "sender-smp";
    private String method = SignatureMethod.RSA_SHA256;
    private String digest = DigestMethod.SHA256;
    private String canonical = CanonicalizationMethod.INCLUSIVE;
    private List<String> transforms = List.of(Transform.ENVELOPED);
    private List<String> references = List.of("");
    private boolean withObject;
    private boolean withCertificate = true;

    /** By somebody else. */
    public Signing signer(String name) {
        signer = name;
        return this;
    }

    Signing method(String algorithm) {
        method = algorithm;
        return this;
    }

    Signing digest(String algorithm) {
        digest = algorithm;
        return this;
    }

    Signing canonical(String algorithm) {
        canonical = algorithm;
        return this;
    }

    Signing transforms(String... algorithms) {
        transforms = List.of(algorithms);
        return this;
    }

    Signing references(String... uris) {
        references = List.of(uris);
        return this;
    }

    Signing withObject() {
        withObject = true;
        return this;
    }

    Signing withoutCertificate() {
        withCertificate = false;
        return this;
    }

    /** The document with a signature as the root's last child. */
    String signed(String document) throws Exception {
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newDefaultNSInstance();
        Document tree = parsers.newDocumentBuilder().parse(new InputSource(new StringReader(document)));
        OwnKey key = OwnKey.in(TestPki.folder().resolve(signer + ".p12"), TestPki.PASSWORD);
        sign(tree, key);
        Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
        writer.setOutputProperty(OutputKeys.STANDALONE, "yes");
        StringWriter text = new StringWriter();
        writer.transform(new DOMSource(tree), new StreamResult(text));
        return text.toString();
    }

    private void sign(Document tree, OwnKey key)
            throws GeneralSecurityException, MarshalException, XMLSignatureException {
        List<Reference> parts = new ArrayList<>();
        for (String uri : references) {
            parts.add(reference(uri));
        }
        SignedInfo info = FACTORY.newSignedInfo(
                FACTORY.newCanonicalizationMethod(canonical, (C14NMethodParameterSpec) null),
                FACTORY.newSignatureMethod(method, (SignatureMethodParameterSpec) null),
                parts);
        DOMSignContext context = new DOMSignContext(key.key(), tree.getDocumentElement());
        // By default the JDK signs and verifies no SHA-1.
        context.setProperty("org.jcp.xml.dsig.secureValidation", Boolean.FALSE);
        if (tree.getElementsByTagNameNS("*", "ServiceMetadata").item(0) instanceof Element metadata
                && metadata.hasAttribute("Id")) {
            context.setIdAttributeNS(metadata, null, "Id");
        }
        FACTORY.newXMLSignature(info, keyInfo(key.certificate()), objects(tree), null, null)
                .sign(context);
    }

    private Reference reference(String uri) throws GeneralSecurityException {
        List<Transform> through = new ArrayList<>();
        for (String transform : transforms) {
            TransformParameterSpec parameters =
                    transform.equals(Transform.XPATH) ? new XPathFilterParameterSpec("true()") : null;
            through.add(FACTORY.newTransform(transform, parameters));
        }
        return FACTORY.newReference(uri, FACTORY.newDigestMethod(digest, null), through, null, null);
    }

    private KeyInfo keyInfo(X509Certificate certificate) throws GeneralSecurityException {
        KeyInfoFactory factory = FACTORY.getKeyInfoFactory();
        XMLStructure content = withCertificate
                ? factory.newX509Data(
                        List.of(certificate.getSubjectX500Principal().getName(), certificate))
                : factory.newKeyValue(certificate.getPublicKey());
        return factory.newKeyInfo(List.of(content));
    }

    private List<XMLObject> objects(Document tree) {
        return withObject
                ? List.of(FACTORY.newXMLObject(
                        List.of(new DOMStructure(tree.createElementNS("urn:somewhere", "more"))), null, null, null))
                : List.of();
    }
}
