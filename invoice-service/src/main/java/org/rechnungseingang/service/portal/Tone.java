package org.rechnungseingang.service.portal;

import java.util.Locale;

/** How a thing is to be felt, and KERN's icon for it; the word beside it always says the same. */
public enum Tone {
    SUCCESS("success"),
    INFO("info"),
    WARNING("warning"),
    ERROR("danger"),
    NEUTRAL("autorenew");

    private final String icon;

    Tone(String icon) {
        this.icon = icon;
    }

    /** KERN's name of the icon. */
    public String icon() {
        return icon;
    }

    /** The end of our style class. */
    public String css() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The end of KERN's style class for badges. */
    public String kern() {
        return this == ERROR ? "danger" : css();
    }
}
