package org.rechnungseingang.service.portal;

/** The words of the bundles without a Spring context. */
public final class WordingFixture {

    private WordingFixture() {}

    public static Wording wording() {
        return new Wording(new Languages().messageSource());
    }
}
