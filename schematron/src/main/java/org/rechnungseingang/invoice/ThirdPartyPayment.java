package org.rechnungseingang.invoice;

import java.util.Optional;

/**
 * Money collected for somebody else (BG-DEX-09, of the Extension only); it is part of BT-115.
 *
 * @param type BT-DEX-001
 * @param amount BT-DEX-002
 * @param description BT-DEX-003
 */
public record ThirdPartyPayment(Optional<String> type, Optional<Money> amount, Optional<String> description) {}
