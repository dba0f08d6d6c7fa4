package org.rechnungseingang.service.peppol.smp;

import static org.rechnungseingang.service.peppol.as4.Names.DS;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.apache.jcp.xml.dsig.internal.dom.XMLDSigRI;
import org.rechnungseingang.service.peppol.as4.Nodes;
import org.w3c.dom.Element;

/**
 * The signature of an answer: enveloped, by one certificate that stands in it, over the whole document and nothing else. So
 * there is nothing in the document that it does not cover but itself, and in itself there is nothing to read.
 */
final class MetadataSignature {

    private static final XMLSignatureFactory SIGNATURES = XMLSignatureFactory.getInstance("DOM", new XMLDSigRI());

    // SMP 1.1 had the exclusive one, 1.2 and later have the inclusive one, of which publishers write both versions.
    private static final Set<String> CANONICAL = Set.of(
            CanonicalizationMethod.INCLUSIVE, "http://www.w3.org/2006/12/xml-c14n11", CanonicalizationMethod.EXCLUSIVE);

    private final Element signature;

    /** Of an element right below the root. */
    MetadataSignature(Element signature) {
        this.signature = signature;
    }

    /** The certificate that it names; whose it is has still to be believed. */
    X509Certificate verified() {
        X509Certificate signer = signer();
        try {
            DOMValidateContext context = new DOMValidateContext(signer.getPublicKey(), signature);
            context.setProperty("org.apache.jcp.xml.dsig.secureValidation", Boolean.TRUE);
            XMLSignature read = SIGNATURES.unmarshalXMLSignature(context);
            hold(read);
            LookupFailed.unless(
                    read.validate(context),
                    "The signature of the publisher's answer is wrong: it was changed, or another key was used");
            return signer;
        } catch (MarshalException | XMLSignatureException | ClassCastException e) {
            throw LookupFailed.forGood("The signature of the publisher's answer cannot be verified", e);
        }
    }

    private X509Certificate signer() {
        Element key = Elements.required(signature, DS, "KeyInfo");
        Element data = Elements.required(key, DS, "X509Data");
        // Those who certified the signer may stand behind him.
        return Nodes.children(data, DS, "X509Certificate").stream()
                .findFirst()
                .map(first -> Certificates.of(first.getTextContent(), "The publisher's certificate"))
                .orElseThrow(() -> LookupFailed.forGood("The publisher's answer has no certificate of its signer"));
    }

    private static void hold(XMLSignature signature) {
        SignedInfo info = signature.getSignedInfo();
        LookupFailed.unless(
                signature.getObjects().isEmpty()
                        && info.getSignatureMethod().getAlgorithm().equals(SignatureMethod.RSA_SHA256)
                        && CANONICAL.contains(info.getCanonicalizationMethod().getAlgorithm()),
                "A publisher's signature is RSA-SHA256 over a canonical ds:SignedInfo without comments and objects");
        List<Reference> references = info.getReferences();
        LookupFailed.unless(
                references.size() == 1 && "".equals(references.get(0).getURI()),
                "A publisher's signature has one reference, to the whole document");
        hold(references.get(0));
    }

    private static void hold(Reference reference) {
        List<String> transforms =
                reference.getTransforms().stream().map(Transform::getAlgorithm).toList();
        LookupFailed.unless(
                reference.getDigestMethod().getAlgorithm().equals(DigestMethod.SHA256)
                        && !transforms.isEmpty()
                        && transforms.get(0).equals(Transform.ENVELOPED)
                        && transforms.size() < 3
                        && CANONICAL.containsAll(transforms.subList(1, transforms.size())),
                "A publisher's signature takes SHA-256 of the enveloping document, canonical without comments");
    }
}
