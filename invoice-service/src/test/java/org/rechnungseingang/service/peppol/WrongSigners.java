package org.rechnungseingang.service.peppol;

import static org.rechnungseingang.service.peppol.Wrong.wrong;
import static org.rechnungseingang.service.peppol.as4.EbmsError.FAILED_AUTHENTICATION;
import static org.rechnungseingang.service.peppol.as4.EbmsError.POLICY_NONCOMPLIANCE;
import static org.rechnungseingang.service.peppol.as4.EbmsError.VALUE_INCONSISTENT;

import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Signed by somebody who is not to be believed, or not by whom it says. */
final class WrongSigners {

    private WrongSigners() {}

    static Stream<Wrong> all() {
        return Stream.of(certificates(), timestamps()).flatMap(some -> some);
    }

    // AS4 wants no wsu:Timestamp, but one that is there counts.
    private static Stream<Wrong> timestamps() {
        return Stream.of(
                wrong("wsu:Timestamp over", FAILED_AUTHENTICATION, timestamp(at(-600), at(-300))),
                wrong("wsu:Timestamp not begun", FAILED_AUTHENTICATION, timestamp(at(600), at(900))),
                wrong("wsu:Timestamp unreadable", FAILED_AUTHENTICATION, timestamp("now", at(300))),
                wrong(
                        "wsu:Timestamp empty",
                        FAILED_AUTHENTICATION,
                        message -> message.forged(Texts.inserted("<wsse:Security", "<wsu:Timestamp/>"))));
    }

    static UnaryOperator<AMessage> timestamp(String created, String expires) {
        return message -> message.forged(Texts.inserted(
                "<wsse:Security",
                "<wsu:Timestamp><wsu:Created>" + created + "</wsu:Created><wsu:Expires>" + expires
                        + "</wsu:Expires></wsu:Timestamp>"));
    }

    static String at(int secondsFromNow) {
        return Instant.now().plusSeconds(secondsFromNow).toString();
    }

    private static Stream<Wrong> certificates() {
        return Stream.of(
                wrong("certificate expired", FAILED_AUTHENTICATION, by("sender-expired")),
                wrong("certificate not yet valid", FAILED_AUTHENTICATION, by("sender-not-yet")),
                wrong("certificate revoked", FAILED_AUTHENTICATION, by("sender-revoked")),
                wrong(
                        "certificate of other authorities with the same names",
                        FAILED_AUTHENTICATION,
                        by("sender-foreign")),
                wrong("certificate of a service metadata publisher", FAILED_AUTHENTICATION, by("sender-smp")),
                wrong("certificate of the receiver", VALUE_INCONSISTENT, by("access-point")),
                wrong("certificate of another access point", VALUE_INCONSISTENT, by("other-sender")),
                wrong(
                        "certificate of somebody whose key the signer has not",
                        FAILED_AUTHENTICATION,
                        message -> by("sender-foreign")
                                .apply(message)
                                .forged(encoded("sender-foreign"), encoded("sender"))),
                wrong(
                        "certificate unreadable",
                        FAILED_AUTHENTICATION,
                        message -> message.forged(
                                encoded("sender"), encoded("sender").substring(400))),
                wrong(
                        "certificate no Base64",
                        FAILED_AUTHENTICATION,
                        message -> message.forged(encoded("sender"), "M===")),
                wrong("certificate empty", FAILED_AUTHENTICATION, message -> message.forged(encoded("sender"), "")),
                wrong(
                        "certificate named by nobody",
                        POLICY_NONCOMPLIANCE,
                        message ->
                                message.forged(soap -> soap.replaceAll("(<wsse:Reference URI=\"#)X509-", "$1Y509-"))),
                wrong(
                        "two certificates of the same wsu:Id",
                        POLICY_NONCOMPLIANCE,
                        message -> message.forged(soap -> {
                            String token = Texts.element(soap, "wsse:BinarySecurityToken", "X509-");
                            return soap.replace(token, token + token);
                        })));
    }

    private static UnaryOperator<AMessage> by(String key) {
        return message -> message.sealing(sealing -> sealing.signer(key));
    }

    private static String encoded(String name) {
        try {
            return Base64.getEncoder().encodeToString(TestPki.certificate(name).getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
