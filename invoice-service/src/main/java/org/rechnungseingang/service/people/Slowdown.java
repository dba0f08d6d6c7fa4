package org.rechnungseingang.service.people;

import java.time.Duration;
import java.time.Instant;

/** How failed logins of one kind of source slow down the next one. */
enum Slowdown {
    /** One login from one network: somebody who guesses at an account, or has forgotten his password. */
    LOGIN_FROM_NETWORK("pair", 5, Duration.ofMinutes(15), Duration.ofMinutes(16)),
    /** All logins from one network: somebody who tries many accounts, or a town hall behind one address. */
    NETWORK("network", 50, Duration.ofMinutes(5), Duration.ofMinutes(4)),
    /**
     * One login from all networks in which its owner has not logged in of late: many machines that guess at one account. Its
     * wait is short, since a stranger can cause it.
     */
    LOGIN("login", 20, Duration.ofMinutes(15), Duration.ofMinutes(1));

    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final int MOST_DOUBLINGS = 20;

    private final String prefix;
    private final int free;
    private final Duration forgotten;
    private final Duration longest;

    Slowdown(String prefix, int free, Duration forgotten, Duration longest) {
        this.prefix = prefix;
        this.free = free;
        this.forgotten = forgotten;
        this.longest = longest;
    }

    /** A source of this kind; the parts are joined so that no login can be written that looks like another source. */
    Source of(String parts) {
        return new Source(this, prefix + " " + parts);
    }

    /** Until when the next login has to wait. */
    Instant until(Failures failures) {
        int beyond = (int) Math.ceil(failures.level()) - free;
        return beyond < 0 ? failures.last() : failures.last().plus(wait(Math.min(beyond, MOST_DOUBLINGS)));
    }

    Failures oneMore(Failures failures, Instant now) {
        return failures.oneMore(now, forgotten);
    }

    private Duration wait(int doublings) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(longest) < 0 ? wait : longest;
    }

    /**
     * What failed logins are counted by.
     *
     * @param slowdown its kind
     * @param name its name in the database
     */
    record Source(Slowdown slowdown, String name) {}
}
