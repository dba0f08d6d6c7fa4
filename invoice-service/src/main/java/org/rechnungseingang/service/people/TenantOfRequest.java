package org.rechnungseingang.service.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.tenant.Tenant;
import org.rechnungseingang.service.tenant.TenantId;
import org.rechnungseingang.service.tenant.Tenants;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells by the host name which town a request is for; must come before the login, which looks for accounts of that town. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class TenantOfRequest extends OncePerRequestFilter {

    static final Set<String> PROBES = Set.of("/actuator/health/liveness", "/actuator/health/readiness");

    /** Where other access points hand in; which town a message is for stands in the message. */
    static final String ACCESS_POINT = "/as4";

    private final Tenants tenants;
    private final CurrentTenant current;

    TenantOfRequest(Tenants tenants, CurrentTenant current) {
        this.tenants = tenants;
        this.current = current;
    }

    // None of them belongs to a town, and liveness and access point must answer when the database does not.
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return PROBES.contains(path) || path.equals(ACCESS_POINT);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<TenantId> town = tenants.ofHost(request.getServerName()).map(Tenant::id);
        if (town.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        try (CurrentTenant.Scope scope = current.enter(town.get())) {
            chain.doFilter(request, response);
        }
    }
}
