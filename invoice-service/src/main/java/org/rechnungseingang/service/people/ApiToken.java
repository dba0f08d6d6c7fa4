package org.rechnungseingang.service.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.tenant.Tenant;
import org.rechnungseingang.service.tenant.Tenants;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells by the bearer token of the REST interface which town's program is calling; the host name plays no part. */
final class ApiToken extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final Tenants tenants;
    private final CurrentTenant current;

    ApiToken(Tenants tenants, CurrentTenant current) {
        this.tenants = tenants;
        this.current = current;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Tenant> town = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.startsWith(BEARER))
                .flatMap(header -> tenants.ofApiToken(header.substring(BEARER.length())));
        if (town.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        signIn(Person.program(town.get().id()));
        try (CurrentTenant.Scope scope = current.enter(town.get().id())) {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static void signIn(Person program) {
        SignedIn principal = new SignedIn(program, program.name(), "");
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(principal, "", principal.getAuthorities()));
        SecurityContextHolder.setContext(context);
    }
}
