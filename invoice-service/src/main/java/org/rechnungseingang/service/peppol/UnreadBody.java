package org.rechnungseingang.service.peppol;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.apache.coyote.CloseNowException;

/**
 * Cuts off whoever is not through with his message when he has been answered. Tomcat would read on to the end of what he
 * has announced, a byte a minute if need be, and keep a thread for it.
 */
final class UnreadBody implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, response);
        if (!request.getInputStream().isFinished()) {
            throw new CloseNowException("An AS4 sender was answered before his message was at its end");
        }
    }
}
