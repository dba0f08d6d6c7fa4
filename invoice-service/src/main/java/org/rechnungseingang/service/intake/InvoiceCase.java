package org.rechnungseingang.service.intake;

import java.time.Instant;
import java.util.Optional;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.journal.CaseId;

/**
 * One invoice, however many deliveries carried it (Vorgang).
 *
 * @param id its id inside the service
 * @param receiptNumber its number for people, for ever
 * @param original what arrived
 * @param document the XML of the invoice: the original itself, or what was taken out of it; empty while not known
 * @param station where it is
 * @param mark what stands beside the station
 * @param round counts from 1; sending back opens a new round
 * @param receivedAt when it first reached the town
 */
public record InvoiceCase(
        CaseId id,
        ReceiptNumber receiptNumber,
        Sha256 original,
        Optional<Sha256> document,
        Station station,
        Mark mark,
        int round,
        Instant receivedAt) {}
