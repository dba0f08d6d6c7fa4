package org.rechnungseingang.service.portal.supplier;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells somebody whose upload is too large just that. The server refuses to read such a form at all, its token included, so
 * that without this the answer would be an error of ours.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 50)
class LargeUpload extends OncePerRequestFilter {

    private final UploadLimits limits;

    LargeUpload(UploadLimits limits) {
        this.limits = limits;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !request.getServletPath().equals("/upload");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (limits.allowsTogether(request.getContentLengthLong())) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect(request.getContextPath() + "/upload?large", HttpServletResponse.SC_SEE_OTHER);
        }
    }
}
