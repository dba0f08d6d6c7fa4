package org.rechnungseingang.service.tenant;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * The tenant that the work on this thread is done for. Each transaction takes it over at its start, and row-level
 * security shows and accepts that tenant's rows only.
 */
@Component
public class CurrentTenant {

    private final ThreadLocal<Optional<TenantId>> current = ThreadLocal.withInitial(Optional::empty);

    /** Sets the tenant of this thread until the scope is closed, which restores what was before. */
    public Scope enter(TenantId tenant) {
        Optional<TenantId> before = current.get();
        current.set(Optional.of(tenant));
        return () -> before.ifPresentOrElse(previous -> current.set(Optional.of(previous)), current::remove);
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

    /** The time for which a tenant is set. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
