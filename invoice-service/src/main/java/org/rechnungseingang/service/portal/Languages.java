package org.rechnungseingang.service.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The languages of the screens: what the person chose, else what the browser asks for, else German. */
@Configuration(proxyBeanMethods = false)
class Languages implements WebMvcConfigurer {

    /** German comes first. */
    static final List<Locale> ALL = List.of(Locale.GERMAN, Locale.ENGLISH);

    private static final Duration KEPT = Duration.ofDays(365);

    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("language");
        resolver.setCookieMaxAge(KEPT);
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setRejectInvalidCookies(false);
        resolver.setDefaultLocaleFunction(Languages::asked);
        return resolver;
    }

    /** The bundles; German is the default, so that a text missing in English is seen and not a key. */
    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("texts/screens", "texts/codes");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        // It asks for parameters, and hence must not be near a body that is an invoice.
        registry.addInterceptor(new Preferences()).excludePathPatterns("/api/**");
    }

    /** The language with this code, else German. */
    static Locale of(String code) {
        return ALL.stream()
                .filter(locale -> locale.getLanguage().equals(code))
                .findFirst()
                .orElse(Locale.GERMAN);
    }

    private static Locale asked(HttpServletRequest request) {
        List<Locale.LanguageRange> wanted = ranges(request.getHeader("Accept-Language"));
        Locale best = Locale.lookup(wanted, ALL);
        return best == null ? Locale.GERMAN : best;
    }

    private static List<Locale.LanguageRange> ranges(@Nullable String header) {
        try {
            return header == null ? List.of() : Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
