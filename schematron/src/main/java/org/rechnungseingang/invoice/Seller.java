package org.rechnungseingang.invoice;

import java.util.List;
import java.util.Optional;

/**
 * Who supplied and asks for the money (BG-4).
 *
 * @param name BT-27
 * @param tradingName BT-28
 * @param identifiers BT-29, among them the number the buyer gave the supplier
 * @param legalRegistration BT-30
 * @param vatIdentifier BT-31
 * @param taxRegistration BT-32, the German tax number
 * @param legalInformation BT-33
 * @param electronicAddress BT-34
 * @param address BG-5
 * @param contact BG-6
 */
public record Seller(
        Optional<String> name,
        Optional<String> tradingName,
        List<Identifier> identifiers,
        Optional<Identifier> legalRegistration,
        Optional<String> vatIdentifier,
        Optional<String> taxRegistration,
        Optional<String> legalInformation,
        Optional<Identifier> electronicAddress,
        Optional<Address> address,
        Optional<Contact> contact) {
    /** Keeps its own copies of the lists. */
    public Seller {
        identifiers = List.copyOf(identifiers);
    }
}
