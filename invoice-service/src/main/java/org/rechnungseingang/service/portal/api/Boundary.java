package org.rechnungseingang.service.portal.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands before all other filters, so that what fails in them is answered as a problem too and never as a page. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 50)
class Boundary extends OncePerRequestFilter {

    private final Problems problems;

    Boundary(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Paths.covers(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletResponse answering = new Answering(request, response);
        try {
            chain.doFilter(request, answering);
        } catch (RuntimeException | ServletException e) {
            if (problems.resolveException(request, response, null, e) == null) {
                throw e;
            }
        }
    }

    /** Where others only give a status and leave the page to the container, gives the problem. */
    private final class Answering extends HttpServletResponseWrapper {

        private final HttpServletRequest request;

        Answering(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public void sendError(int status) {
            problems.answer(HttpStatusCode.valueOf(status), request, (HttpServletResponse) getResponse());
        }

        @Override
        public void sendError(int status, String message) {
            sendError(status);
        }
    }
}
