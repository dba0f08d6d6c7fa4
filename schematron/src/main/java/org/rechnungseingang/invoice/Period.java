package org.rechnungseingang.invoice;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A time span: of the invoice (BG-14) or of a line (BG-26); both days belong to it.
 *
 * @param start BT-73, BT-134
 * @param end BT-74, BT-135
 */
public record Period(Optional<LocalDate> start, Optional<LocalDate> end) {}
