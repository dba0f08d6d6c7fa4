package org.rechnungseingang.schematron;

/** Names one rule set of the catalogue, for instance {@code xrechnung-ubl-invoice} in version {@code 3.0.2}. */
public record RuleSetName(String name, String version) {

    public RuleSetName {
        if (name.isBlank() || version.isBlank()) {
            throw new IllegalArgumentException("a rule set has a name and a version");
        }
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
