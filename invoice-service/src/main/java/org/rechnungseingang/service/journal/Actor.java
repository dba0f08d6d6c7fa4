package org.rechnungseingang.service.journal;

import java.util.Optional;
import java.util.UUID;

/**
 * Who did something: a person with an account, a program with a token, or the service itself.
 *
 * @param kind what sort of actor
 * @param account the person's account, where there is one
 * @param name as it was at that time, for people to read
 */
public record Actor(Kind kind, Optional<UUID> account, String name) {

    /** The sorts of actors. */
    public enum Kind {
        PERSON,
        PROGRAM,
        SERVICE
    }

    /** A person who is signed in. */
    public static Actor person(UUID account, String name) {
        return new Actor(Kind.PERSON, Optional.of(account), name);
    }

    /** A program of somebody else's, known by its token or channel. */
    public static Actor program(String name) {
        return new Actor(Kind.PROGRAM, Optional.empty(), name);
    }

    /** This service, in one of its stages. */
    public static Actor service(String stage) {
        return new Actor(Kind.SERVICE, Optional.empty(), stage);
    }
}
