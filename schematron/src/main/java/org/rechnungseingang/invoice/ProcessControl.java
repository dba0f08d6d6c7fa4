package org.rechnungseingang.invoice;

import java.util.Optional;

/**
 * Which process and which specification the invoice follows (BG-2).
 *
 * @param businessProcess BT-23 business process type
 * @param specification BT-24 specification identifier; decides about the rule set
 */
public record ProcessControl(Optional<String> businessProcess, Optional<String> specification) {}
