package org.rechnungseingang.service.finance;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.rechnungseingang.service.finance.FinanceProperties.Rest;
import org.rechnungseingang.service.finance.FinanceProperties.Town;
import org.rechnungseingang.service.tenant.Tenant;
import org.rechnungseingang.service.tenant.TenantId;
import org.rechnungseingang.service.tenant.Tenants;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The finance systems that are configured. */
@Component
class FinanceSystems {

    private static final String PREFIX = "rechnungseingang.finance.";

    private final Map<String, WatchedFinanceSystem> byTown = new TreeMap<>();
    private final Tenants tenants;
    private final JsonMapper mapper;
    private final Clock clock;

    FinanceSystems(FinanceProperties properties, Tenants tenants, JsonMapper mapper, Clock clock) {
        this.tenants = tenants;
        this.mapper = mapper;
        this.clock = clock;
        properties
                .finance()
                .forEach((key, town) -> byTown.put(key, new WatchedFinanceSystem(system(key, town), clock)));
    }

    /** The finance system of this town, if it has one. */
    Optional<WatchedFinanceSystem> of(TenantId town) {
        return byTown.isEmpty()
                ? Optional.empty()
                : tenants.find(town).map(Tenant::key).flatMap(key -> Optional.ofNullable(byTown.get(key)));
    }

    /** The towns that have one, as the configuration names them. */
    Set<String> towns() {
        return byTown.keySet();
    }

    private FinanceSystem system(String key, Town town) {
        if (town.overRest().isPresent() == town.overFiles().isPresent()) {
            throw new IllegalStateException(
                    PREFIX + key + ": either rest.url and rest.token or files.directory is wanted");
        }
        town.overRest().ifPresent(rest -> refusePlainText(key, rest));
        return town.overRest()
                .<FinanceSystem>map(rest -> new RestFinanceSystem(rest, mapper))
                .orElseGet(() ->
                        new FileDropFinanceSystem(town.overFiles().orElseThrow().directory(), mapper, clock));
    }

    // Token and bank details would be read on the way.
    private static void refusePlainText(String key, Rest rest) {
        URI url = rest.url();
        if (!"https".equalsIgnoreCase(url.getScheme())
                && !("http".equalsIgnoreCase(url.getScheme()) && isThisMachine(url))) {
            throw new IllegalStateException(
                    PREFIX + key + ".rest.url has to begin with https:// unless it is on this machine");
        }
    }

    private static boolean isThisMachine(URI url) {
        try {
            return url.getHost() != null && InetAddress.getByName(url.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
