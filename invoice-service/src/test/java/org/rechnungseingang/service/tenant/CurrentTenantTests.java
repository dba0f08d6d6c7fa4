package org.rechnungseingang.service.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class CurrentTenantTests {

    private final CurrentTenant current = new CurrentTenant();
    private final TenantId one = new TenantId(UUID.randomUUID());
    private final TenantId other = new TenantId(UUID.randomUUID());

    @Test
    void isUnknownUntilItIsSet() {
        assertThat(current.get()).isEmpty();
        assertThatIllegalStateException().isThrownBy(current::required);
    }

    @Test
    void holdsWithinTheWorkOnly() {
        assertThat(current.within(one, current::required)).isEqualTo(one);
        assertThat(current.get()).isEmpty();
    }

    @Test
    void isRestoredAfterWorkForAnotherTenantEvenIfThatFails() {
        current.runWithin(one, () -> {
            assertThatIllegalStateException()
                    .isThrownBy(() -> current.runWithin(other, () -> {
                        throw new IllegalStateException("fails");
                    }));
            assertThat(current.required()).isEqualTo(one);
        });
    }

    @Test
    void isNotInheritedByOtherThreads() throws InterruptedException {
        try (CurrentTenant.Scope scope = current.enter(one)) {
            Thread thread = new Thread(() -> assertThat(current.get()).isEmpty());
            Throwable[] failure = new Throwable[1];
            thread.setUncaughtExceptionHandler((t, e) -> failure[0] = e);
            thread.start();
            thread.join();
            assertThat(failure[0]).isNull();
        }
    }
}
