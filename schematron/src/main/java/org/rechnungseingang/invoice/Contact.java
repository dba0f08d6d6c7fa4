package org.rechnungseingang.invoice;

import java.util.Optional;

/**
 * Whom to ask: at the seller (BG-6) or at the buyer (BG-9).
 *
 * @param point person or department; BT-41, BT-56
 * @param telephone BT-42, BT-57
 * @param email BT-43, BT-58
 */
public record Contact(Optional<String> point, Optional<String> telephone, Optional<String> email) {}
