package org.rechnungseingang.service.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.rechnungseingang.service.tenant.Tenant;
import org.rechnungseingang.service.tenant.Tenants;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The towns that the configuration names, and what one of them still lacks before somebody can work in it. */
@Component
class ConfiguredTowns {

    private static final String TOWNS = "rechnungseingang.tenants";
    private static final Bindable<Map<String, Object>> MAP = Bindable.mapOf(String.class, Object.class);

    private final Environment environment;
    private final Tenants tenants;

    ConfiguredTowns(Environment environment, Tenants tenants) {
        this.environment = environment;
        this.tenants = tenants;
    }

    List<Tenant> all() {
        return keys().stream().flatMap(key -> tenants.ofKey(key).stream()).toList();
    }

    /** What is missing, German first; empty when every town can work. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (keys().isEmpty()) {
            missing.add("""
                    Es ist keine Kommune eingerichtet: niemand kann sich anmelden, nichts wird angenommen.
                    No town is configured: nobody can log in, nothing is accepted.
                    rechnungseingang.tenants.<schlüssel>.name, .receipt-prefix, .hosts: docs/operations.md""");
        }
        keys().forEach(key -> {
            if (values(TOWNS + "." + key + ".hosts").isEmpty()) {
                missing.add(lacks(key, "Rechnername", "host name", TOWNS + "." + key + ".hosts"));
            }
            if (names("rechnungseingang.people." + key + ".accounts").isEmpty()) {
                missing.add(lacks(key, "Konto", "account", "rechnungseingang.people." + key + ".accounts"));
            }
        });
        return missing;
    }

    private Set<String> keys() {
        return names(TOWNS);
    }

    private Set<String> names(String property) {
        return new TreeSet<>(
                Binder.get(environment).bind(property, MAP).orElse(Map.of()).keySet());
    }

    private List<String> values(String property) {
        return Binder.get(environment)
                .bind(property, Bindable.listOf(String.class))
                .orElse(List.of());
    }

    private static String lacks(String key, String german, String english, String property) {
        return "Für %s ist kein %s eingerichtet (%s): dort kann sich niemand anmelden.\nNo %s is configured for %s: nobody can log in there."
                .formatted(key, german, property, english, key);
    }
}
