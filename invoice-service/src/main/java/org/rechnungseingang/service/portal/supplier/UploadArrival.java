package org.rechnungseingang.service.portal.supplier;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sees an upload before a byte of its body is read: notes when it came, since a slow line must not make an invoice late,
 * and tells somebody whose upload is too large just that. The server refuses to read such a form at all, its
 * token included, so that without this the answer would be an error of ours.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 50)
class UploadArrival extends OncePerRequestFilter {

    /** The request's attribute that holds the instant of its arrival. */
    static final String AT = "org.rechnungseingang.upload.at";

    private final UploadLimits limits;
    private final Clock clock;

    UploadArrival(UploadLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !request.getServletPath().equals("/upload");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (limits.allowsTogether(request.getContentLengthLong())) {
            request.setAttribute(AT, clock.instant());
            chain.doFilter(request, response);
        } else {
            response.sendRedirect(request.getContextPath() + "/upload?large", HttpServletResponse.SC_SEE_OTHER);
        }
    }
}
