package org.rechnungseingang.service.peppol.smp;

import static org.rechnungseingang.service.peppol.smp.Answer.encoded;
import static org.rechnungseingang.service.peppol.smp.Answer.replacing;
import static org.rechnungseingang.service.peppol.smp.WrongAnswer.signed;
import static org.rechnungseingang.service.peppol.smp.WrongAnswer.text;
import static org.rechnungseingang.service.peppol.smp.WrongAnswer.wrong;

import java.util.stream.Stream;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.Transform;

/** Answers that are not signed, or not so, or not by a publisher. */
final class WrongSignatures {

    private static final String NOT_BELIEVED =
            "The publisher's certificate (C=DE,O=Postweg GmbH,OU=PEPPOL TEST AP,CN=POP000200): "
                    + "The certificate is not believed: NO_TRUST_ANCHOR";
    private static final String CHANGED = "The signature of the publisher's answer is wrong";
    private static final String PARTS = "one ServiceMetadata, one signature and nothing else";
    private static final String REFERENCE = "one reference, to the whole document";
    private static final String ALGORITHM = "RSA-SHA256 over a canonical ds:SignedInfo";
    private static final String DIGEST = "takes SHA-256 of the enveloping document";
    private static final String ACCESS_POINT = "access-point";

    private WrongSignatures() {}

    static Stream<WrongAnswer> all() {
        return Stream.concat(signatures(), publishers());
    }

    private static Stream<WrongAnswer> signatures() {
        return Stream.of(
                text("no signature", PARTS, () -> new Answer().unsigned()),
                wrong("two signatures", PARTS, answer -> answer.forged(WrongSignatures::signatureTwice)),
                signed("SHA-1 in the digest", DIGEST, signing -> signing.digest(DigestMethod.SHA1)),
                signed("SHA-512 in the digest", DIGEST, signing -> signing.digest(DigestMethod.SHA512)),
                signed("RSA-SHA1", ALGORITHM, signing -> signing.method(SignatureMethod.RSA_SHA1)),
                signed("RSA-SHA512", ALGORITHM, signing -> signing.method(SignatureMethod.RSA_SHA512)),
                signed("with an object", ALGORITHM, Signing::withObject),
                signed(
                        "canonical with comments",
                        ALGORITHM,
                        signing -> signing.canonical(CanonicalizationMethod.INCLUSIVE_WITH_COMMENTS)),
                signed(
                        "a transform with comments",
                        DIGEST,
                        signing -> signing.transforms(
                                Transform.ENVELOPED, CanonicalizationMethod.EXCLUSIVE_WITH_COMMENTS)),
                signed("an XPath", DIGEST, signing -> signing.transforms(Transform.ENVELOPED, Transform.XPATH)),
                signed(
                        "a third transform",
                        DIGEST,
                        signing -> signing.transforms(
                                Transform.ENVELOPED,
                                CanonicalizationMethod.EXCLUSIVE,
                                CanonicalizationMethod.EXCLUSIVE)),
                signed("two references", REFERENCE, signing -> signing.references("", "")),
                wrong(
                        "a reference to a part",
                        REFERENCE,
                        answer -> answer.saying("<smp:ServiceMetadata>", "<smp:ServiceMetadata Id=\"metadata\">")
                                .signing(signing -> signing.references("#metadata"))),
                signed("without a certificate", "has no element X509Data", Signing::withoutCertificate),
                wrong(
                        "without a key",
                        "has no element KeyInfo",
                        answer -> answer.forged(all -> all.replaceAll("(?s)<KeyInfo>.*</KeyInfo>", ""))),
                wrong(
                        "without a digest",
                        "cannot be verified",
                        answer -> answer.forged(all -> all.replaceAll("(?s)<DigestValue>.*</DigestValue>", ""))),
                wrong(
                        "another address",
                        CHANGED,
                        answer -> answer.forged(replacing(Answer.URL, "https://evil.example.org/as4"))),
                wrong(
                        "a space more",
                        CHANGED,
                        answer -> answer.forged(replacing("</smp:ServiceMetadata>", "</smp:ServiceMetadata> "))),
                wrong(
                        "another certificate in it",
                        CHANGED,
                        answer -> answer.forged(replacing(encoded(ACCESS_POINT), encoded("other-sender")))),
                wrong(
                        "the certificate of another signer",
                        CHANGED,
                        answer -> answer.signing(signing -> signing.signer("sender-foreign"))
                                .forged(all -> all.replaceAll(
                                        "(?s)<X509Certificate>.*</X509Certificate>",
                                        "<X509Certificate>" + encoded("sender-smp") + "</X509Certificate>"))));
    }

    private static String signatureTwice(String all) {
        String signature = all.substring(all.indexOf("<Signature"), all.indexOf("</Signature>") + 12);
        return all.replace(signature, signature + signature);
    }

    // The authority for publishers has revoked nobody and let no certificate run out; the other one stands for it.
    private static Stream<WrongAnswer> publishers() {
        return Stream.of(
                signed("an access point", NOT_BELIEVED, signing -> signing.signer("sender")),
                signed("somebody of another root", NOT_BELIEVED, signing -> signing.signer("sender-foreign")),
                signed("a certificate that has run out", "EXPIRED", signing -> signing.signer("sender-expired"))
                        .under(Trust.ACCESS_POINTS),
                signed(
                                "a certificate that does not hold yet",
                                "NOT_YET_VALID",
                                signing -> signing.signer("sender-not-yet"))
                        .under(Trust.ACCESS_POINTS),
                signed("a revoked certificate", "REVOKED", signing -> signing.signer("sender-revoked"))
                        .under(Trust.ACCESS_POINTS));
    }
}
