package org.rechnungseingang.service.benchmark;

import java.util.Optional;
import java.util.stream.Stream;

/** What is done about a message, told by the method that is being executed; in the order of the way. */
enum MessageStep {
    WIRE("read from the wire, MIME", "peppol.WireMessage"),
    PARSE("SOAP part: parse", "peppol.as4.SoapEnvelope", "peppol.as4.SecurityHeader"),
    TRUST("certificate: PKIX, revocation", "peppol.as4.TrustedCertificates"),
    DECRYPT("decryption: RSA-OAEP, AES-GCM", "peppol.as4.Decryption"),
    VERIFY("signature: RSA, digests", "peppol.as4.SignatureCheck"),
    UNZIP("unzip", "peppol.as4.Payload"),
    ENVELOPE("SBDH: read, find the invoice", "peppol.as4.BusinessDocument", "peppol.as4.ElementPlaces"),
    RULES("rules of the profile", "peppol.MessageRules"),
    SIGN("receipt: sign", "peppol.as4.Signals"),
    ORIGINALS("database: evidence, original", "archive.Originals"),
    CASE("database: case, journal, job", "intake.", "journal.", "work."),
    MESSAGE("database: message", "peppol.Patience", "peppol.As4Messages", "peppol.TakeMessage", "peppol.Towns"),
    COMMIT("database: commit", "org.postgresql.jdbc.PgConnection.commit"),
    REST("everything else", "peppol.As4Endpoint", "peppol.ReceiveMessage");

    private static final String OURS = "org.rechnungseingang.service.";

    private final String words;
    private final String[] methods;

    MessageStep(String words, String... methods) {
        this.words = words;
        this.methods = methods;
    }

    String words() {
        return words;
    }

    /** The step that a thread is at, by the innermost method that belongs to one; empty if it has no message in hand. */
    static Optional<MessageStep> of(StackTraceElement[] stack) {
        boolean message = Stream.of(stack).anyMatch(frame -> REST.has(OURS + "peppol.As4Endpoint", frame));
        return message ? Stream.of(stack).flatMap(MessageStep::steps).findFirst() : Optional.empty();
    }

    private static Stream<MessageStep> steps(StackTraceElement frame) {
        return Stream.of(values())
                .filter(step -> Stream.of(step.methods)
                        .anyMatch(method -> step.has(method.startsWith("org.") ? method : OURS + method, frame)));
    }

    private boolean has(String method, StackTraceElement frame) {
        return (frame.getClassName() + "." + frame.getMethodName()).startsWith(method);
    }
}
