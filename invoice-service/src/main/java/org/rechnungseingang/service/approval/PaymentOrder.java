package org.rechnungseingang.service.approval;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.rechnungseingang.invoice.Iban;

/**
 * A payment order (Anordnung) as it was given.
 *
 * @param by the account of whoever ordered
 * @param at when
 * @param payableCents BT-115 in hundredths of the currency
 * @param transferCents what is to be transferred, in cents; empty where nothing is
 * @param currency BT-5
 * @param account where to; empty where nothing is transferred
 * @param noTransfer why nothing is transferred, where that is so
 */
public record PaymentOrder(
        UUID by,
        Instant at,
        long payableCents,
        Optional<Long> transferCents,
        String currency,
        Optional<Iban> account,
        Optional<NoTransfer> noTransfer) {}
