package org.rechnungseingang.service.portal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the content of every page.
 *
 * @param town the town's name, and that of the person's office
 * @param person the name of who is signed in, or empty text
 * @param navigation the pages that this person may open
 * @param languages the page in each language
 * @param themes the page in each theme
 * @param chosen KERN's name of the chosen theme, if it is not the browser's
 */
public record Frame(
        String town,
        String person,
        List<Entry> navigation,
        List<Language> languages,
        List<Theme> themes,
        Optional<String> chosen) {

    /** Keeps its own copies of the lists. */
    public Frame {
        navigation = List.copyOf(navigation);
        languages = List.copyOf(languages);
        themes = List.copyOf(themes);
    }

    /**
     * A page in the navigation.
     *
     * @param key its name in the message bundles
     * @param path where it is
     * @param current whether it is the page that is shown
     * @param waiting how much waits there for this person; 0 also where nobody counts
     */
    public record Entry(String key, String path, boolean current, int waiting) {}

    /**
     * The page in a language.
     *
     * @param code ISO 639-1
     * @param name the language's name in that language
     * @param href where it is
     * @param current whether it is the language that is shown
     */
    public record Language(String code, String name, String href, boolean current) {}

    /**
     * The page in a theme.
     *
     * @param name its name in the message bundles
     * @param href where it is
     * @param current whether it is the theme that is shown
     */
    public record Theme(String name, String href, boolean current) {}

    /** KERN's name of the theme, or null, which leaves the attribute off. */
    public @Nullable String getTheme() {
        return chosen.orElse(null);
    }
}
