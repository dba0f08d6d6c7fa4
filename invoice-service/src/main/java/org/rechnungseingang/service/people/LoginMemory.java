package org.rechnungseingang.service.people;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What is remembered of a town's logins, failed and successful, by all nodes alike. */
interface LoginMemory {

    /** The failures of a source. */
    Optional<Failures> failures(String source);

    /** Changes the failures of a source, {@link Failures#NONE} to begin with; nobody else does at the same time. */
    void change(String source, UnaryOperator<Failures> change);

    /** Forgets the failures of a source. */
    void forget(String source);

    /** Forgets the failures of all sources of which the last was before then. */
    void forgetFailuresBefore(Instant then);

    /** Whether the login has succeeded from that network. */
    boolean isKnown(String login, Network network);

    /** Remembers that it has. */
    void know(String login, Network network, Instant now);

    /** Forgets where logins succeeded for the last time before then. */
    void forgetKnownBefore(Instant then);
}
