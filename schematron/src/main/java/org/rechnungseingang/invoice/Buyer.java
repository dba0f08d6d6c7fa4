package org.rechnungseingang.invoice;

import java.util.Optional;

/**
 * Who received and owes the money (BG-7).
 *
 * @param name BT-44
 * @param tradingName BT-45
 * @param identifier BT-46
 * @param legalRegistration BT-47
 * @param vatIdentifier BT-48
 * @param electronicAddress BT-49
 * @param address BG-8
 * @param contact BG-9
 */
public record Buyer(
        Optional<String> name,
        Optional<String> tradingName,
        Optional<Identifier> identifier,
        Optional<Identifier> legalRegistration,
        Optional<String> vatIdentifier,
        Optional<Identifier> electronicAddress,
        Optional<Address> address,
        Optional<Contact> contact) {}
