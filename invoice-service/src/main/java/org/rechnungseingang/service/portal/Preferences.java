package org.rechnungseingang.service.portal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.WebUtils;

/** Takes over what a person chooses by a link, {@code ?lang=en} or {@code ?theme=dark}, and keeps it in a cookie. */
final class Preferences implements HandlerInterceptor {

    static final String LANGUAGE = "lang";
    static final String THEME = "theme";

    /** KERN's themes; {@code system} leaves it to the browser. */
    static final Set<String> THEMES = Set.of("light", "dark", "system");

    private static final int A_YEAR = 365 * 24 * 60 * 60;

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // A form is not asked: where it must not be read, the page that says so must not read it either. The server
        // calls
        // the method of an error page GET, whatever the request's was.
        if (!request.getMethod().equals("GET")
                || StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/")) {
            return true;
        }
        Optional.ofNullable(request.getParameter(LANGUAGE))
                .map(Languages::of)
                .ifPresent(locale -> speak(locale, request, response));
        Optional.ofNullable(request.getParameter(THEME))
                .filter(THEMES::contains)
                .ifPresent(theme -> {
                    response.addCookie(cookie(theme, request));
                    request.setAttribute(THEME, theme);
                });
        return true;
    }

    private static void speak(Locale locale, HttpServletRequest request, HttpServletResponse response) {
        Optional.ofNullable(RequestContextUtils.getLocaleResolver(request))
                .ifPresent(resolver -> resolver.setLocale(request, response, locale));
    }

    private static Cookie cookie(String theme, HttpServletRequest request) {
        Cookie cookie = new Cookie(THEME, theme);
        cookie.setPath(request.getContextPath() + "/");
        cookie.setMaxAge(A_YEAR);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    /** The theme that holds for the request. */
    static String theme(HttpServletRequest request) {
        Object chosen = request.getAttribute(THEME);
        if (chosen instanceof String theme) {
            return theme;
        }
        return Optional.ofNullable(WebUtils.getCookie(request, THEME))
                .map(Cookie::getValue)
                .filter(THEMES::contains)
                .orElse("system");
    }
}
