package org.rechnungseingang.invoice;

import java.util.Optional;

/**
 * A note on the invoice (BG-1).
 *
 * @param subjectCode BT-21, UNTDID 4451
 * @param text BT-22
 */
public record InvoiceNote(Optional<String> subjectCode, String text) {}
