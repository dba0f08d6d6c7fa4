package org.rechnungseingang.service.access;

import java.util.Optional;
import org.rechnungseingang.service.access.Who.Right;

/**
 * An endpoint and what is expected of it.
 *
 * @param name method and pattern, as the service maps it
 * @param side where it belongs
 * @param right what it asks for; empty for everybody
 * @param path an address that the pattern fits, with {@code #} for a receipt number or letter
 */
record Endpoint(String name, Side side, Optional<Right> right, String path) {

    /** The id of nothing. */
    static final String NO_ID = "00000000-0000-0000-0000-000000000000";

    static Endpoint open(String name, Side side) {
        return new Endpoint(name, side, Optional.empty(), pattern(name));
    }

    static Endpoint of(String name, Side side, Right right) {
        return new Endpoint(name, side, Optional.of(right), pattern(name));
    }

    Endpoint at(String example) {
        return new Endpoint(name, side, right, example);
    }

    String method() {
        return name.substring(0, name.indexOf(' '));
    }

    boolean namesACase() {
        return name.contains("{receiptNumber}");
    }

    /** The answer that this person is to get, the case being his to see or not. */
    Outcome expected(Who who, boolean visible) {
        if (right.isEmpty()) {
            return path.contains(NO_ID) ? Outcome.HIDDEN : Outcome.ALLOWED;
        }
        if (!side.knows(who)) {
            return side.stranger();
        }
        if (!who.has(right.get())) {
            return Outcome.FORBIDDEN;
        }
        return visible && !path.contains(NO_ID) ? Outcome.ALLOWED : Outcome.HIDDEN;
    }

    @Override
    public String toString() {
        return name;
    }

    private static String pattern(String name) {
        return name.substring(name.indexOf(' ') + 1);
    }

    /** The three ways to be known to the service. */
    enum Side {
        /** By a session. */
        SCREEN(Outcome.LOGIN),
        /** By a token. */
        API(Outcome.UNKNOWN_CALLER),
        /** By name and password with each request. */
        OPERATION(Outcome.UNKNOWN_CALLER);

        private final Outcome stranger;

        Side(Outcome stranger) {
            this.stranger = stranger;
        }

        Outcome stranger() {
            return stranger;
        }

        boolean knows(Who who) {
            return switch (this) {
                case SCREEN -> who.login().isPresent();
                case API -> who.has(Right.CALL);
                case OPERATION -> who.login().isPresent() && who.isAtHome();
            };
        }
    }

    /** What an answer means. */
    enum Outcome {
        ALLOWED,
        FORBIDDEN,
        HIDDEN,
        LOGIN,
        UNKNOWN_CALLER,
        /** None of these: a fault of the service or of the test. */
        OTHER;

        static Outcome of(int status, String location) {
            if (status == 302 && location.endsWith("/login")) {
                return LOGIN;
            }
            return switch (status) {
                case 200, 202, 302, 303 -> ALLOWED;
                case 401 -> UNKNOWN_CALLER;
                case 403 -> FORBIDDEN;
                case 404 -> HIDDEN;
                default -> OTHER;
            };
        }
    }
}
