package org.rechnungseingang.invoice;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An earlier invoice that this one corrects, credits or settles (BG-3).
 *
 * @param number BT-25
 * @param issueDate BT-26
 */
public record PrecedingInvoice(Optional<String> number, Optional<LocalDate> issueDate) {}
