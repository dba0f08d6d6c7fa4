package org.rechnungseingang.schematron.cli;

import java.util.Locale;

/** The language of what is not official text. */
enum Language {
    DE(Locale.GERMANY),
    EN(Locale.UK);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    /** The code that HTML wants. */
    String code() {
        return locale.getLanguage();
    }

    String of(String german, String english) {
        return this == DE ? german : english;
    }

    String of(Phrase phrase, Object... values) {
        return String.format(locale, of(phrase.german(), phrase.english()), values);
    }
}
