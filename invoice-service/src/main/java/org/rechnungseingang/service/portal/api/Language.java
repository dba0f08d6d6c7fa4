package org.rechnungseingang.service.portal.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** The language of an answer: English for whoever prefers it, else German. Screens choose theirs in another way. */
final class Language {

    private static final AcceptHeaderLocaleResolver RESOLVER = new AcceptHeaderLocaleResolver();

    static {
        RESOLVER.setSupportedLocales(List.of(Locale.GERMAN, Locale.ENGLISH));
        RESOLVER.setDefaultLocale(Locale.GERMAN);
    }

    private Language() {}

    static Locale of(HttpServletRequest request) {
        return RESOLVER.resolveLocale(request);
    }
}
