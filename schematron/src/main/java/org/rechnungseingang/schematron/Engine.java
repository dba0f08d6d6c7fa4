package org.rechnungseingang.schematron;

/** Who evaluates the official rules; what they find is the same. */
public enum Engine {
    /** The rules as Java, many times faster. What they cannot decide, the stylesheets do. */
    JAVA,
    /** The stylesheets as they are published, interpreted. */
    SAXON
}
