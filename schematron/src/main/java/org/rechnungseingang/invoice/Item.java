package org.rechnungseingang.invoice;

import java.util.List;
import java.util.Optional;

/**
 * What was sold (BG-31).
 *
 * @param name BT-153
 * @param description BT-154
 * @param sellersIdentifier BT-155
 * @param buyersIdentifier BT-156
 * @param standardIdentifier BT-157
 * @param classifications BT-158
 * @param originCountry BT-159
 * @param attributes BG-32
 */
public record Item(
        Optional<String> name,
        Optional<String> description,
        Optional<String> sellersIdentifier,
        Optional<String> buyersIdentifier,
        Optional<Identifier> standardIdentifier,
        List<Identifier> classifications,
        Optional<String> originCountry,
        List<ItemAttribute> attributes) {
    /** Keeps its own copies of the lists. */
    public Item {
        classifications = List.copyOf(classifications);
        attributes = List.copyOf(attributes);
    }
}
