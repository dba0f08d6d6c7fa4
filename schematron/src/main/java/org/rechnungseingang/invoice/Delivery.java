package org.rechnungseingang.invoice;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where and when it was delivered (BG-13).
 *
 * @param partyName BT-70
 * @param location BT-71
 * @param actualDate BT-72
 * @param address BG-15
 */
public record Delivery(
        Optional<String> partyName,
        Optional<Identifier> location,
        Optional<LocalDate> actualDate,
        Optional<Address> address) {}
