package org.rechnungseingang.service.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.tenant.TenantId;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;

class ThrottledLoginTests {

    private static final TenantId TOWN = new TenantId(UUID.randomUUID());
    private static final Person CLERK =
            new Person(TOWN, Optional.of(UUID.randomUUID()), "Ayşe Yıldız", Set.of(Role.CLERK), Optional.empty());
    private static final Duration LONG = Duration.ofMinutes(5);

    private final CurrentTenant current = new CurrentTenant();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void hashesFourPasswordsAtATimeAndTurnsAwayWhoeverRunsOutOfPatience() throws Exception {
        CountDownLatch inside = new CountDownLatch(4);
        CountDownLatch go = new CountDownLatch(1);
        ThrottledLogin login = login(Duration.ZERO, () -> {
            inside.countDown();
            return waitFor(go);
        });
        List<CompletableFuture<Authentication>> four =
                IntStream.range(0, 4).mapToObj(n -> start(login)).toList();
        assertThat(inside.await(60, TimeUnit.SECONDS)).isTrue();

        assertThatThrownBy(() -> logIn(login)).isInstanceOf(LockedException.class);

        go.countDown();
        for (CompletableFuture<Authentication> one : four) {
            assertThat(one.get(60, TimeUnit.SECONDS).isAuthenticated()).isTrue();
        }
        assertThat(logIn(login).isAuthenticated()).isTrue();
    }

    @Test
    void letsThePatientWaitForTheirTurn() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ThrottledLogin login = login(LONG, () -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.yield();
            now.decrementAndGet();
            return true;
        });

        for (CompletableFuture<Authentication> one :
                IntStream.range(0, 40).mapToObj(n -> start(login)).toList()) {
            assertThat(one.get(60, TimeUnit.SECONDS).isAuthenticated()).isTrue();
        }
        assertThat(most).hasValueBetween(1, 4);
    }

    @Test
    void givesItsPlaceBackAfterAWrongPassword() {
        ThrottledLogin login = login(Duration.ZERO, () -> false);

        for (int attempt = 0; attempt < 5; attempt++) {
            assertThatThrownBy(() -> logIn(login)).isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(() -> logIn(login))
                .isInstanceOf(LockedException.class)
                .hasMessage("Too many failed logins");
    }

    @Test
    void blamesNobodyWhoCouldNotBeLookedUp() {
        DataAccessResourceFailureException away = new DataAccessResourceFailureException("no answer");
        ThrottledLogin login = login(
                Duration.ZERO,
                name -> {
                    throw away;
                },
                () -> true);

        for (int attempt = 0; attempt < 10; attempt++) {
            assertThatThrownBy(() -> logIn(login)).isSameAs(away);
        }
    }

    @Test
    void knowsNobodyWhereThereIsNoTown() {
        ThrottledLogin login = login(Duration.ZERO, () -> true);

        assertThatThrownBy(() -> login.authenticate(attempt())).isInstanceOf(BadCredentialsException.class);
    }

    private ThrottledLogin login(Duration patience, BooleanSupplier comparison) {
        return login(patience, name -> new SignedIn(CLERK, name, "hash"), comparison);
    }

    private ThrottledLogin login(Duration patience, UserDetailsService accounts, BooleanSupplier comparison) {
        return new ThrottledLogin(
                accounts,
                new PasswordEncoder() {
                    @Override
                    public String encode(CharSequence password) {
                        return "hash";
                    }

                    @Override
                    public boolean matches(CharSequence password, String hash) {
                        return comparison.getAsBoolean();
                    }
                },
                new LoginThrottle(new Logins(), Clock.systemUTC()),
                current,
                patience);
    }

    private CompletableFuture<Authentication> start(ThrottledLogin login) {
        return CompletableFuture.supplyAsync(() -> logIn(login), threads);
    }

    private Authentication logIn(ThrottledLogin login) {
        return current.within(TOWN, () -> login.authenticate(attempt()));
    }

    private static Authentication attempt() {
        return UsernamePasswordAuthenticationToken.unauthenticated("clerk", "anything");
    }

    private static boolean waitFor(CountDownLatch go) {
        try {
            return go.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
