package org.rechnungseingang.service.people;

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

    ThrottledLogin(Accounts accounts, PasswordEncoder passwords, LoginThrottle throttle) {
        this.accounts = new DaoAuthenticationProvider(accounts);
        this.accounts.setPasswordEncoder(passwords);
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
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
