package org.rechnungseingang.service.peppol;

import static org.rechnungseingang.service.peppol.Texts.changed;
import static org.rechnungseingang.service.peppol.Texts.inserted;
import static org.rechnungseingang.service.peppol.Texts.instead;
import static org.rechnungseingang.service.peppol.Wrong.wrong;
import static org.rechnungseingang.service.peppol.as4.EbmsError.FAILED_AUTHENTICATION;
import static org.rechnungseingang.service.peppol.as4.EbmsError.POLICY_NONCOMPLIANCE;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.wss4j.dom.WSConstants;

/** Changed after it was signed, or not signed as the Peppol profile asks. */
final class WrongSignatures {

    private static final String SHA_512_SIGNED = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512";

    private WrongSignatures() {}

    static Stream<Wrong> all() {
        return Stream.of(changedAfterwards(), notAll(), otherAlgorithms(), otherShapes(), references())
                .flatMap(some -> some);
    }

    private static Stream<Wrong> changedAfterwards() {
        return Stream.of(
                wrong("header changed", FAILED_AUTHENTICATION, forged("/initiator<", "/initiator <")),
                wrong(
                        "body changed",
                        FAILED_AUTHENTICATION,
                        forged(instead("S12:Body", body -> body.replace("/>", "> </S12:Body>")))),
                wrong("digest changed", FAILED_AUTHENTICATION, forged(changed("ds:DigestValue"))),
                wrong("signature value changed", FAILED_AUTHENTICATION, forged(changed("ds:SignatureValue"))),
                wrong(
                        "signature value no Base64",
                        FAILED_AUTHENTICATION,
                        forged(instead("ds:SignatureValue", element -> "<ds:SignatureValue>§</ds:SignatureValue>"))),
                wrong(
                        "signature value empty",
                        FAILED_AUTHENTICATION,
                        forged(instead("ds:SignatureValue", element -> "<ds:SignatureValue/>"))),
                wrong(
                        "signature without value",
                        FAILED_AUTHENTICATION,
                        forged(instead("ds:SignatureValue", element -> ""))),
                wrong(
                        "signature without SignedInfo",
                        FAILED_AUTHENTICATION,
                        forged(instead("ds:SignedInfo", element -> ""))));
    }

    private static Stream<Wrong> notAll() {
        return Stream.of(
                wrong("attachment not signed", POLICY_NONCOMPLIANCE, unsigned("cid:Attachments")),
                wrong("body not signed", POLICY_NONCOMPLIANCE, unsigned("Body")),
                wrong("eb:Messaging not signed", POLICY_NONCOMPLIANCE, unsigned("Messaging")),
                wrong("no security header", POLICY_NONCOMPLIANCE, forged(instead("wsse:Security", element -> ""))),
                wrong(
                        "security header empty",
                        POLICY_NONCOMPLIANCE,
                        forged(instead("wsse:Security", element -> element.substring(0, element.indexOf('>')) + "/>"))),
                wrong("no signature", POLICY_NONCOMPLIANCE, forged(instead("ds:Signature ", element -> ""))));
    }

    private static Stream<Wrong> otherAlgorithms() {
        return Stream.of(
                wrong("RSA-SHA1", POLICY_NONCOMPLIANCE, signed(WSConstants.RSA_SHA1)),
                wrong("RSA-SHA512", POLICY_NONCOMPLIANCE, signed(SHA_512_SIGNED)),
                wrong(
                        "RSA-PSS",
                        POLICY_NONCOMPLIANCE,
                        signed("http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1")),
                wrong(
                        "HMAC under the public key",
                        POLICY_NONCOMPLIANCE,
                        forged(WSConstants.RSA_SHA256, "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256")),
                wrong("SHA-1 digests", POLICY_NONCOMPLIANCE, digested(WSConstants.SHA1)),
                wrong("SHA-512 digests", POLICY_NONCOMPLIANCE, digested(WSConstants.SHA512)),
                wrong(
                        "inclusive canonicalization",
                        POLICY_NONCOMPLIANCE,
                        forged(
                                "<ds:CanonicalizationMethod Algorithm=\"" + WSConstants.C14N_EXCL_OMIT_COMMENTS,
                                "<ds:CanonicalizationMethod Algorithm=\"" + WSConstants.C14N_OMIT_COMMENTS)),
                wrong(
                        "canonicalization that nobody knows",
                        FAILED_AUTHENTICATION,
                        forged(
                                "<ds:CanonicalizationMethod Algorithm=\"" + WSConstants.C14N_EXCL_OMIT_COMMENTS,
                                "<ds:CanonicalizationMethod Algorithm=\"urn:nobody")));
    }

    private static Stream<Wrong> otherShapes() {
        return Stream.of(
                wrong(
                        "two security headers",
                        POLICY_NONCOMPLIANCE,
                        forged(instead(
                                "wsse:Security",
                                element -> element + element.substring(0, element.indexOf('>')) + "/>"))),
                wrong("two signatures", POLICY_NONCOMPLIANCE, message -> message.sealing(Sealing::signedTwice)),
                wrong(
                        "header moved aside, another one with its wsu:Id",
                        FAILED_AUTHENTICATION,
                        forged(instead(
                                "eb:Messaging",
                                header -> "<x:aside xmlns:x=\"urn:x\">" + header + "</x:aside>" + unlike(header)))),
                wrong(
                        "header moved into the signature, another one with its wsu:Id",
                        POLICY_NONCOMPLIANCE,
                        forged(soap -> {
                            String header = Texts.element(soap, "eb:Messaging");
                            return soap.replace(header, unlike(header))
                                    .replace("</ds:Signature>", "<ds:Object>" + header + "</ds:Object></ds:Signature>");
                        })),
                wrong("body moved aside, another one with its wsu:Id", FAILED_AUTHENTICATION, forged(soap -> {
                    String body = Texts.element(soap, "S12:Body");
                    return soap.replace(body, body.replace("/>", "> </S12:Body>"))
                            .replace("</S12:Header>", "<x:aside xmlns:x=\"urn:x\">" + body + "</x:aside></S12:Header>");
                })),
                wrong(
                        "body and header of one wsu:Id",
                        POLICY_NONCOMPLIANCE,
                        forged("wsu:Id=\"body\"", "wsu:Id=\"messaging\"")),
                wrong(
                        "header without wsu:Id",
                        POLICY_NONCOMPLIANCE,
                        forged("wsu:Id=\"messaging\"", "Id=\"messaging\"")));
    }

    private static String unlike(String header) {
        return Texts.replacing("/initiator<", "/initiator <").apply(header);
    }

    private static Stream<Wrong> references() {
        return Stream.of(
                wrong(
                        "a reference twice",
                        POLICY_NONCOMPLIANCE,
                        forged(instead("ds:Reference", reference -> reference + reference))),
                wrong(
                        "a reference more",
                        POLICY_NONCOMPLIANCE,
                        forged(instead(
                                "ds:Reference", reference -> reference.replace("#messaging", "#x") + reference))),
                wrong("a reference to the whole document", POLICY_NONCOMPLIANCE, forged("URI=\"#body\"", "URI=\"\"")),
                wrong("a reference without URI", POLICY_NONCOMPLIANCE, forged("URI=\"#body\"", "")),
                wrong(
                        "a reference by XPointer",
                        POLICY_NONCOMPLIANCE,
                        forged("URI=\"#body\"", "URI=\"#xpointer(id('body'))\"")),
                wrong(
                        "a reference through XPath",
                        POLICY_NONCOMPLIANCE,
                        transformed("<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xpath-19991116\">"
                                + "<ds:XPath>true()</ds:XPath></ds:Transform>")),
                wrong(
                        "a reference through XSLT",
                        POLICY_NONCOMPLIANCE,
                        transformed("<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\">"
                                + "<xsl:stylesheet version=\"1.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\"/>"
                                + "</ds:Transform>")),
                wrong(
                        "fifty references",
                        FAILED_AUTHENTICATION,
                        forged(instead("ds:Reference", reference -> reference.repeat(50)))));
    }

    private static UnaryOperator<AMessage> transformed(String transform) {
        return forged(inserted("<ds:Transforms", transform));
    }

    private static UnaryOperator<AMessage> signed(String algorithm) {
        return message -> message.sealing(sealing -> sealing.signature(algorithm));
    }

    private static UnaryOperator<AMessage> digested(String algorithm) {
        return message -> message.sealing(sealing -> sealing.digest(algorithm));
    }

    private static UnaryOperator<AMessage> unsigned(String part) {
        return message -> message.sealing(sealing -> sealing.unsigned(part));
    }

    private static UnaryOperator<AMessage> forged(String text, String instead) {
        return message -> message.forged(text, instead);
    }

    private static UnaryOperator<AMessage> forged(UnaryOperator<String> otherwise) {
        return message -> message.forged(otherwise);
    }
}
