package org.rechnungseingang.service.peppol.as4;

import static org.rechnungseingang.service.peppol.as4.EbmsError.FAILED_AUTHENTICATION;
import static org.rechnungseingang.service.peppol.as4.EbmsError.POLICY_NONCOMPLIANCE;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.apache.jcp.xml.dsig.internal.dom.XMLDSigRI;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.apache.wss4j.dom.transform.AttachmentContentSignatureTransform;
import org.apache.xml.security.Init;

/**
 * Holds the signature of a message against what it has to cover: the header {@code eb:Messaging}, the body, and the
 * content of each attachment, each of them once and nothing else, by the profile's algorithms. A reference leads to
 * these very nodes and bytes or nowhere, so nothing can be put in their place.
 */
final class SignatureCheck {

    static {
        // Brings the transformation of attachments.
        WSSConfig.init();
        Init.init();
    }

    private static final XMLSignatureFactory SIGNATURES = XMLSignatureFactory.getInstance("DOM", new XMLDSigRI());

    private final SignedParts parts;
    private final Map<String, List<String>> expected;

    SignatureCheck(SoapEnvelope envelope, Map<String, Attached> attachments) {
        this.parts = new SignedParts(envelope, attachments);
        this.expected = parts.transforms();
    }

    /**
     * Verifies it.
     *
     * @throws MessageRefused if it covers something else, or not by these algorithms, or is not right
     */
    void verify(SignedBy signed) {
        try {
            DOMValidateContext context = new DOMValidateContext(signed.signer().getPublicKey(), signed.signature());
            context.setURIDereferencer(parts);
            context.setProperty(AttachmentContentSignatureTransform.ATTACHMENT_CALLBACKHANDLER, parts.attachments());
            context.setProperty("org.apache.jcp.xml.dsig.secureValidation", Boolean.TRUE);
            XMLSignature signature = SIGNATURES.unmarshalXMLSignature(context);
            hold(signature);
            MessageRefused.unless(
                    signature.validate(context),
                    FAILED_AUTHENTICATION,
                    "The signature is wrong: header, body or payload were changed, or another key was used");
        } catch (MarshalException | XMLSignatureException | ClassCastException e) {
            throw new MessageRefused(FAILED_AUTHENTICATION, "The signature cannot be verified", e);
        }
    }

    private void hold(XMLSignature signature) {
        SignedInfo info = signature.getSignedInfo();
        List<Reference> references = info.getReferences();
        MessageRefused.unless(
                signature.getObjects().isEmpty()
                        && info.getSignatureMethod().getAlgorithm().equals(Names.RSA_SHA256)
                        && info.getCanonicalizationMethod().getAlgorithm().equals(Names.EXCLUSIVE),
                POLICY_NONCOMPLIANCE,
                "The signature is RSA-SHA256 over an exclusively canonical ds:SignedInfo, without objects");
        Set<String> covered = references.stream().map(SignedParts::named).collect(Collectors.toSet());
        MessageRefused.unless(
                references.size() == expected.size() && covered.equals(expected.keySet()),
                POLICY_NONCOMPLIANCE,
                "The signature covers eb:Messaging, the SOAP body and each attachment, each once and nothing else");
        references.forEach(this::hold);
    }

    private void hold(Reference reference) {
        List<String> transforms =
                reference.getTransforms().stream().map(Transform::getAlgorithm).toList();
        MessageRefused.unless(
                reference.getDigestMethod().getAlgorithm().equals(Names.SHA256)
                        && transforms.equals(expected.get(SignedParts.named(reference))),
                POLICY_NONCOMPLIANCE,
                "References are digested with SHA-256 after exclusive canonicalization or as an attachment's content");
    }
}
