package org.rechnungseingang.service.portal.api;

import java.util.Locale;

/** A sentence for people in both languages of the interface. */
record Text(String german, String english) {

    String in(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? english : german;
    }
}
