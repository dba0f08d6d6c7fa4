package org.rechnungseingang.service.finance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.tenant.Tenant;
import org.rechnungseingang.service.tenant.Tenants;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Does the finance system answer, and is there one? Says ATTENTION when one is silent, when orders wait in a town without
 * one, and when feedback was set aside. No part of readiness.
 */
@Component
class FinanceHealthIndicator implements HealthIndicator {

    private static final Status ATTENTION = new Status("ATTENTION", "Somebody has to look");

    private final FinanceSystems systems;
    private final Payments payments;
    private final SetAsideFeedback setAside;
    private final Tenants tenants;
    private final CurrentTenant current;

    FinanceHealthIndicator(
            FinanceSystems systems,
            Payments payments,
            SetAsideFeedback setAside,
            Tenants tenants,
            CurrentTenant current) {
        this.systems = systems;
        this.payments = payments;
        this.setAside = setAside;
        this.tenants = tenants;
        this.current = current;
    }

    @Override
    public Health health() {
        Map<String, Map<String, Object>> troubles = new TreeMap<>();
        for (Tenant town : tenants.all()) {
            Map<String, Object> trouble = current.within(town.id(), () -> trouble(town));
            if (!trouble.isEmpty()) {
                troubles.put(town.key(), trouble);
            }
        }
        return Health.status(troubles.isEmpty() ? Status.UP : ATTENTION)
                .withDetail("withoutFinanceSystem", without())
                .withDetails(troubles)
                .build();
    }

    private Map<String, Object> trouble(Tenant town) {
        Map<String, Object> trouble = new TreeMap<>();
        Optional<WatchedFinanceSystem> system = systems.of(town.id());
        system.flatMap(WatchedFinanceSystem::silentSince).ifPresent(since -> trouble.put("silentSince", since));
        int waiting = system.isPresent() ? 0 : payments.countUnanswered();
        if (waiting > 0) {
            trouble.put("ordersWithoutFinanceSystem", waiting);
        }
        int aside = setAside.count();
        if (aside > 0) {
            trouble.put("feedbackSetAside", aside);
        }
        return trouble;
    }

    private List<String> without() {
        return tenants.all().stream()
                .map(Tenant::key)
                .filter(key -> !systems.towns().contains(key))
                .sorted()
                .toList();
    }
}
