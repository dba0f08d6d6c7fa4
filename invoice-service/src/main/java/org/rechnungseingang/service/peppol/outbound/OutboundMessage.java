package org.rechnungseingang.service.peppol.outbound;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.peppol.as4.BusinessDocument.Identifier;

/**
 * Something that this access point has to say about a case.
 *
 * @param id its id here
 * @param caseId the case
 * @param number counts what is said about the case, from 1
 * @param kind what it is
 * @param answers the name of the envelope that it is about
 * @param code what it says, {@code AP} or {@code RE}
 * @param receiver participant who shall hear it, {@code 0242:000200}
 * @param instanceId the name of its own envelope, which it keeps however often it is sent
 * @param document the envelope in the archive
 * @param toProvider the same envelope to the provider himself, where the receiver is only a part of his
 * @param refusal the last signed error that it was answered with
 * @param delivery the proof that it has arrived; empty as long as it has not
 */
public record OutboundMessage(
        UUID id,
        CaseId caseId,
        int number,
        Kind kind,
        String answers,
        String code,
        String receiver,
        String instanceId,
        Sha256 document,
        Optional<Sha256> toProvider,
        Optional<byte[]> refusal,
        Optional<Delivery> delivery) {

    /** What an access point says. Invoice Response and reports of statistics will be others. */
    public enum Kind {
        /** Peppol Message Level Status 1.0. */
        MESSAGE_LEVEL_STATUS(
                "urn:oasis:names:specification:ubl:schema:xsd:ApplicationResponse-2::ApplicationResponse##"
                        + "urn:peppol:edec:mls:1.0::2.1",
                "urn:peppol:edec:mls");

        private final Identifier documentType;
        private final Identifier process;

        Kind(String documentType, String process) {
            this.documentType = new Identifier("busdox-docid-qns", documentType);
            this.process = new Identifier("cenbii-procid-ubl", process);
        }

        Identifier documentType() {
            return documentType;
        }

        Identifier process() {
            return process;
        }
    }

    /**
     * That it has arrived.
     *
     * @param messageId the name of the AS4 message that brought it
     * @param accessPoint who has received it, as the certificate has it that has signed the AS4 receipt
     * @param envelope the SOAP part in the archive, as it was sent
     * @param payload the attachment in the archive, as it was signed
     * @param receipt the signed AS4 receipt
     * @param at when it came
     */
    public record Delivery(
            String messageId, String accessPoint, Sha256 envelope, Sha256 payload, byte[] receipt, Instant at) {}

    /** Whether it says that the document is accepted. */
    public boolean accepts() {
        return code.equals("AP");
    }
}
