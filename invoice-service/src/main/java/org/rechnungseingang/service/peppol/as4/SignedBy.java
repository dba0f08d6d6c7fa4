package org.rechnungseingang.service.peppol.as4;

import static org.rechnungseingang.service.peppol.as4.EbmsError.FAILED_AUTHENTICATION;
import static org.rechnungseingang.service.peppol.as4.EbmsError.POLICY_NONCOMPLIANCE;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.w3c.dom.Element;

/**
 * The one signature of a header {@code wsse:Security}, by a certificate that is there.
 *
 * @param signature {@code ds:Signature}
 * @param signer the certificate that the signature names; not believed yet
 */
record SignedBy(Element signature, X509Certificate signer) {

    static SignedBy of(Element security) {
        Element signature = one(security, Names.DS, "Signature", "signature");
        return new SignedBy(signature, signer(security, signature));
    }

    /** The one element of this name, which a header has to have. */
    static Element one(Element security, String namespace, String name, String what) {
        List<Element> found = Nodes.children(security, namespace, name);
        MessageRefused.unless(
                found.size() == 1, POLICY_NONCOMPLIANCE, "A message has exactly one " + what + ", not " + found.size());
        return found.get(0);
    }

    /** {@code ds:Reference} of the signature. */
    List<Element> references() {
        return Nodes.children(Nodes.required(signature, Names.DS, "SignedInfo"), Names.DS, "Reference");
    }

    private static X509Certificate signer(Element security, Element signature) {
        String named = Nodes.child(signature, Names.DS, "KeyInfo")
                .flatMap(info -> Nodes.child(info, Names.WSSE, "SecurityTokenReference"))
                .flatMap(token -> Nodes.child(token, Names.WSSE, "Reference"))
                .map(reference -> reference.getAttributeNS(null, "URI"))
                .orElse("");
        List<Element> tokens = Nodes.children(security, Names.WSSE, "BinarySecurityToken").stream()
                .filter(token -> named.equals("#" + SoapEnvelope.id(token)))
                .toList();
        MessageRefused.unless(
                tokens.size() == 1
                        && tokens.get(0).getAttributeNS(null, "ValueType").equals(Names.X509_V3),
                POLICY_NONCOMPLIANCE,
                "The signature's key is named by a reference to one X.509 v3 wsse:BinarySecurityToken");
        return certificate(tokens.get(0));
    }

    private static X509Certificate certificate(Element token) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(Nodes.text(token));
            if (CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der))
                    instanceof X509Certificate certificate) {
                return certificate;
            }
        } catch (CertificateException | IllegalArgumentException e) {
            throw new MessageRefused(FAILED_AUTHENTICATION, "The signer's certificate cannot be read", e);
        }
        throw new MessageRefused(FAILED_AUTHENTICATION, "The signer's certificate cannot be read");
    }
}
