package org.rechnungseingang.service.tenant;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * The tenant that the work on this thread is done for. Each transaction takes it over at its start, and row-level
 * security shows and accepts that tenant's rows only. The log names it too, as {@code tenant}.
 */
@Component
public class CurrentTenant {

    private static final String IN_LOG = "tenant";

    private final ThreadLocal<Optional<TenantId>> current = ThreadLocal.withInitial(Optional::empty);
    private final Map<TenantId, String> keys = new ConcurrentHashMap<>();

    /** Sets the tenant of this thread until the scope is closed, which restores what was before. */
    public Scope enter(TenantId tenant) {
        Optional<TenantId> before = current.get();
        set(tenant);
        return () -> before.ifPresentOrElse(this::set, this::clear);
    }

    /** Does the work for the tenant, and afterwards restores what was before. */
    public <T> T within(TenantId tenant, Supplier<T> work) {
        try (Scope scope = enter(tenant)) {
            return work.get();
        }
    }

    /** As {@link #within}, for work without a result. */
    public void runWithin(TenantId tenant, Runnable work) {
        try (Scope scope = enter(tenant)) {
            work.run();
        }
    }

    /** The tenant of this thread, if one is set. */
    public Optional<TenantId> get() {
        return current.get();
    }

    /**
     * The tenant of this thread.
     *
     * @throws IllegalStateException if none is set, which is a bug of the caller
     */
    public TenantId required() {
        return get().orElseThrow(() -> new IllegalStateException("No tenant is set for this work"));
    }

    /** The key of the tenant of this thread, if one is set and it is configured. */
    public Optional<String> key() {
        return get().map(keys::get);
    }

    /** Tells under which key the log names a tenant; until then it is its id. */
    void named(TenantId tenant, String key) {
        keys.put(tenant, key);
    }

    private void set(TenantId tenant) {
        current.set(Optional.of(tenant));
        MDC.put(IN_LOG, keys.getOrDefault(tenant, tenant.toString()));
    }

    private void clear() {
        current.remove();
        MDC.remove(IN_LOG);
    }

    /** The time for which a tenant is set. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
