package org.rechnungseingang.document;

import java.util.stream.IntStream;

/**
 * How much of a document is read at most. What is beyond is refused before any rule sees it, because rules are not
 * linear in depth, width and digits.
 *
 * @param bytes size of the whole document
 * @param depth how deep elements may be nested
 * @param attributes attributes and namespace declarations of one element
 * @param name characters of an element's or attribute's name
 * @param names different names, prefixes and namespaces of the whole document; a parser keeps them all
 * @param elements elements of the whole document
 * @param digits digits of a number that rules compute with: amount, quantity, percentage, rate
 * @param digitRun digits in a row anywhere else; rules turn identifiers into numbers for check digits
 * @param instructions processing instructions of the whole document
 * @param comments comments of the whole document
 */
public record Bounds(
        int bytes,
        int depth,
        int attributes,
        int name,
        int names,
        int elements,
        int digits,
        int digitRun,
        int instructions,
        int comments) {

    /** The bounds for what comes in from outside. */
    public static final Bounds DEFAULT =
            new Bounds(15 * 1024 * 1024, 64, 64, 256, 50_000, 500_000, 20, 1_000, 1_000, 100_000);

    public Bounds {
        int least = IntStream.of(bytes, depth, attributes, name, names, elements, digits)
                .min()
                .orElseThrow();
        if (least < 1 || digitRun < digits || instructions < 0 || comments < 0) {
            throw new IllegalArgumentException("bounds are positive: " + bytes + " bytes …");
        }
    }
}
