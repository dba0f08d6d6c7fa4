package org.rechnungseingang.service.people;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The principal of a session or request: the person, in the form that Spring Security wants. */
public final class SignedIn implements UserDetails, CredentialsContainer {

    private final Person person;
    private final String login;
    private String password;

    SignedIn(Person person, String login, String password) {
        this.person = person;
        this.login = login;
        this.password = password;
    }

    /** The person who is signed in. */
    public Person person() {
        return person;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return authorities(person);
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getUsername() {
        return login;
    }

    @Override
    public void eraseCredentials() {
        password = "";
    }

    /** One authority an act: an endpoint asks for the act, never for a role. */
    static List<GrantedAuthority> authorities(Person person) {
        return Arrays.stream(Act.values())
                .filter(person::may)
                .<GrantedAuthority>map(act -> new SimpleGrantedAuthority(act.name()))
                .toList();
    }
}
