package org.rechnungseingang.invoice;

import java.util.Optional;

/**
 * A postal address: of the seller (BG-5), the buyer (BG-8), the tax representative (BG-12) or the delivery (BG-15).
 *
 * @param line1 street; BT-35, BT-50, BT-64, BT-75
 * @param line2 BT-36, BT-51, BT-65, BT-76
 * @param line3 BT-162, BT-163, BT-164, BT-165
 * @param city BT-37, BT-52, BT-66, BT-77
 * @param postCode BT-38, BT-53, BT-67, BT-78
 * @param subdivision BT-39, BT-54, BT-68, BT-79
 * @param countryCode BT-40, BT-55, BT-69, BT-80, ISO 3166-1 alpha-2
 */
public record Address(
        Optional<String> line1,
        Optional<String> line2,
        Optional<String> line3,
        Optional<String> city,
        Optional<String> postCode,
        Optional<String> subdivision,
        Optional<String> countryCode) {}
