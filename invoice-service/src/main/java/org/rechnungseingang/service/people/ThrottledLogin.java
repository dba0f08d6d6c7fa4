package org.rechnungseingang.service.people;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** The login by name and password, with the throttle before it. */
@Component
class ThrottledLogin implements AuthenticationProvider {

    private static final int HASHED_AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DaoAuthenticationProvider accounts;
    private final LoginThrottle throttle;
    // A hash takes 16 MiB of memory by design: so many at a time, and no more.
    private final Semaphore hashing = new Semaphore(HASHED_AT_ONCE);
    private final CurrentTenant tenant;
    private final Duration patience;

    @Autowired
    ThrottledLogin(Accounts accounts, PasswordEncoder passwords, LoginThrottle throttle, CurrentTenant tenant) {
        this(accounts, passwords, throttle, tenant, PATIENCE);
    }

    ThrottledLogin(
            UserDetailsService accounts,
            PasswordEncoder passwords,
            LoginThrottle throttle,
            CurrentTenant tenant,
            Duration patience) {
        this.accounts = new DaoAuthenticationProvider(accounts);
        this.accounts.setPasswordEncoder(passwords);
        this.throttle = throttle;
        this.tenant = tenant;
        this.patience = patience;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        if (tenant.get().isEmpty()) {
            throw new BadCredentialsException("Nobody has an account under a host name that is no town's");
        }
        if (!isItsTurn()) {
            throw new LockedException("Too many logins at once");
        }
        try {
            return throttled(attempt);
        } finally {
            hashing.release();
        }
    }

    private Authentication throttled(Authentication attempt) {
        String login = attempt.getName();
        String address = address(attempt);
        if (throttle.waits(login, address)) {
            throw new LockedException("Too many failed logins");
        }
        try {
            Authentication success = Objects.requireNonNull(accounts.authenticate(attempt));
            throttle.succeeded(login, address);
            return success;
        } catch (BadCredentialsException e) {
            throttle.failed(login, address);
            throw e;
        } catch (InternalAuthenticationServiceException e) {
            // Else whoever could not be looked up would be told that name and password do not fit.
            throw e.getCause() instanceof RuntimeException broken ? broken : e;
        }
    }

    private boolean isItsTurn() {
        try {
            return hashing.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private static String address(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }
}
