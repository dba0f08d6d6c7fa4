package org.rechnungseingang.service.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away a form with files from whoever may not hand in, before a byte of it is read. Whoever asks such a request for a
 * parameter, and be it the form's token or one from the address, makes the server write all files to its disk.
 */
final class FilesFromStrangers extends OncePerRequestFilter {

    private final Predicate<Authentication> mayHandIn;
    private final AuthenticationEntryPoint stranger;

    /** With who may hand in, and how somebody is answered who is not known. */
    FilesFromStrangers(Predicate<Authentication> mayHandIn, AuthenticationEntryPoint stranger) {
        this.mayHandIn = mayHandIn;
        this.stranger = stranger;
    }

    /** Where nobody hands in. */
    static FilesFromStrangers fromNobody() {
        return new FilesFromStrangers(
                nobody -> false,
                (request, response, e) -> response.sendError(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value()));
    }

    // Any kind of multipart and any method: which of them the server parses is its business and may change.
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Optional.ofNullable(request.getContentType())
                .filter(type -> type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/"))
                .isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Authentication> somebody =
                Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication());
        if (somebody.filter(mayHandIn).isPresent()) {
            chain.doFilter(request, response);
        } else if (somebody.isPresent()) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else {
            stranger.commence(request, response, new InsufficientAuthenticationException("Files from a stranger"));
        }
    }
}
