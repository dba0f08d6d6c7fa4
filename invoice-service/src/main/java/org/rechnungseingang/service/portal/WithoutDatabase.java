package org.rechnungseingang.service.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.rechnungseingang.service.tenant.DatabaseAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells people that the database does not answer, wherever that was found out: the town of a request is looked up before
 * any controller is chosen. The REST interface says it in its own words.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
class WithoutDatabase extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(WithoutDatabase.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException e) {
            if (response.isCommitted() || !DatabaseAway.isToldBy(e)) {
                throw e;
            }
            LOG.warn("The database did not answer: {}", e.toString());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(PAUSE.toSeconds()));
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }
}
