package org.rechnungseingang.service.people;

import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** The login by name and password, with the throttle before it. */
@Component
class ThrottledLogin implements AuthenticationProvider {

    private final DaoAuthenticationProvider accounts;
    private final LoginThrottle throttle;
    private final CurrentTenant tenant;

    ThrottledLogin(Accounts accounts, PasswordEncoder passwords, LoginThrottle throttle, CurrentTenant tenant) {
        this.accounts = new DaoAuthenticationProvider(accounts);
        this.accounts.setPasswordEncoder(passwords);
        this.throttle = throttle;
        this.tenant = tenant;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        if (tenant.get().isEmpty()) {
            throw new BadCredentialsException("Nobody has an account under a host name that is no town's");
        }
        String login = attempt.getName();
        String address = address(attempt);
        if (throttle.waits(login, address)) {
            throw new LockedException("Too many failed logins");
        }
        try {
            Authentication success = java.util.Objects.requireNonNull(accounts.authenticate(attempt));
            throttle.succeeded(login, address);
            return success;
        } catch (BadCredentialsException e) {
            throttle.failed(login, address);
            throw e;
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
