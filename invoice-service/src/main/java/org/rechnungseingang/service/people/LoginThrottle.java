package org.rechnungseingang.service.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.rechnungseingang.service.people.Slowdown.Source;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down guessing, on all nodes alike: after a few failures the next login has to wait, and the wait doubles with each
 * further failure. Counted are a login from a network, a network as a whole, and a login from wherever its owner is not
 * known. Unknown logins are treated the same, so that the wait tells nothing.
 */
@Component
class LoginThrottle {

    /** By then all failures of a source have leaked away. */
    private static final Duration FORGOTTEN = Duration.ofDays(2);

    /** Longer than a holiday; the owner of an account is then as good as a stranger in his own network. */
    private static final Duration KNOWN = Duration.ofDays(30);

    private static final int LONGEST_LOGIN = 100;

    private final LoginMemory memory;
    private final Clock clock;

    LoginThrottle(LoginMemory memory, Clock clock) {
        this.memory = memory;
        this.clock = clock;
    }

    /** Whether this login from this address has to wait. */
    @Transactional(readOnly = true)
    public boolean waits(String login, String address) {
        Instant now = clock.instant();
        return sources(bounded(login), Network.of(address)).stream()
                .anyMatch(source -> memory.failures(source.name())
                        .filter(failures -> source.slowdown().until(failures).isAfter(now))
                        .isPresent());
    }

    /** Notes a failed login. */
    @Transactional
    public void failed(String login, String address) {
        Instant now = clock.instant();
        memory.forgetFailuresBefore(now.minus(FORGOTTEN));
        // Always in the same order, so that two nodes do not wait for each other.
        sources(bounded(login), Network.of(address)).stream()
                .sorted(Comparator.comparing(Source::name))
                .forEach(source -> memory.change(
                        source.name(), failures -> source.slowdown().oneMore(failures, now)));
    }

    /**
     * Notes that a login has succeeded: its failures from there are forgotten, and strangers elsewhere no longer slow it down
     * there. The network keeps its own failures.
     */
    @Transactional
    public void succeeded(String login, String address) {
        Instant now = clock.instant();
        Network network = Network.of(address);
        memory.forget(pair(bounded(login), network).name());
        memory.forgetKnownBefore(now.minus(KNOWN));
        memory.know(bounded(login), network, now);
    }

    private List<Source> sources(String login, Network network) {
        Stream<Source> here = Stream.of(pair(login, network), Slowdown.NETWORK.of(network.text()));
        return memory.isKnown(login, network)
                ? here.toList()
                : Stream.concat(here, Stream.of(Slowdown.LOGIN.of(login))).toList();
    }

    // The network has no spaces in it, a login may.
    private static Source pair(String login, Network network) {
        return Slowdown.LOGIN_FROM_NETWORK.of(network.text() + " " + login);
    }

    private static String bounded(String login) {
        String bounded = login.strip().toLowerCase(Locale.ROOT);
        return bounded.substring(0, Math.min(bounded.length(), LONGEST_LOGIN));
    }
}
