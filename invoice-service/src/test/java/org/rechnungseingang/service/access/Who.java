package org.rechnungseingang.service.access;

import static org.rechnungseingang.service.access.Thing.OF_BUILDING_OFFICE;
import static org.rechnungseingang.service.access.Thing.OF_OTHER_TOWN;
import static org.rechnungseingang.service.access.Thing.OF_SOCIAL_OFFICE;
import static org.rechnungseingang.service.access.Thing.UNCLAIMED;

import java.util.Optional;
import java.util.Set;

/** Everybody who could come, as {@code application-two-towns.yaml} has them, with what each is to be allowed. */
public enum Who {
    ANONYMOUS("localhost", "", "", Set.of(), Set.of()),
    CLERK(
            "localhost",
            "clerk",
            "",
            Set.of(Right.SEE, Right.SEE_HISTORY, Right.HAND_IN, Right.DECIDE),
            Set.of(OF_BUILDING_OFFICE)),
    CLERK_OF_OTHER_OFFICE(
            "localhost",
            "clerk-elsewhere",
            "",
            Set.of(Right.SEE, Right.SEE_HISTORY, Right.HAND_IN, Right.DECIDE),
            Set.of(OF_SOCIAL_OFFICE)),
    CLERK_WITHOUT_OFFICE(
            "localhost",
            "clerk-without-office",
            "",
            Set.of(Right.SEE, Right.SEE_HISTORY, Right.HAND_IN, Right.DECIDE),
            Set.of()),
    CLERK_OF_TRIAGE(
            "localhost",
            "triage",
            "",
            Set.of(Right.SEE, Right.SEE_HISTORY, Right.HAND_IN, Right.DECIDE, Right.TRIAGE),
            Set.of(UNCLAIMED)),
    BUDGET_HOLDER(
            "localhost",
            "budget-holder",
            "",
            Set.of(Right.SEE, Right.SEE_HISTORY, Right.DECIDE),
            Set.of(OF_BUILDING_OFFICE)),
    TREASURER(
            "localhost",
            "treasurer",
            "",
            Set.of(Right.SEE, Right.SEE_HISTORY, Right.HAND_IN),
            Set.of(OF_BUILDING_OFFICE, OF_SOCIAL_OFFICE, UNCLAIMED)),
    AUDITOR(
            "localhost",
            "auditor",
            "",
            Set.of(Right.SEE, Right.SEE_HISTORY),
            Set.of(OF_BUILDING_OFFICE, OF_SOCIAL_OFFICE, UNCLAIMED)),
    SUPPLIER("localhost", "supplier", "", Set.of(Right.SEE, Right.HAND_IN), Set.of(OF_BUILDING_OFFICE)),
    OTHER_SUPPLIER("localhost", "other-supplier", "", Set.of(Right.SEE, Right.HAND_IN), Set.of(OF_SOCIAL_OFFICE)),
    ADMINISTRATOR("localhost", "administrator", "", Set.of(Right.MEND, Right.OPERATE), Set.of()),
    PROGRAM(
            "localhost",
            "",
            "token-of-anstadt-for-the-tests-only",
            Set.of(Right.CALL),
            Set.of(OF_BUILDING_OFFICE, OF_SOCIAL_OFFICE, UNCLAIMED)),
    PROGRAM_OF_OTHER_TOWN(
            "localhost", "", "token-of-beistadt-for-the-tests-only", Set.of(Right.CALL), Set.of(OF_OTHER_TOWN)),
    PROGRAM_WITH_A_FALSE_TOKEN("localhost", "", "token-of-nobody-at-all-not-even-for-tests", Set.of(), Set.of()),
    TREASURER_OF_OTHER_TOWN(
            "127.0.0.1", "treasurer", "", Set.of(Right.SEE, Right.SEE_HISTORY, Right.HAND_IN), Set.of(OF_OTHER_TOWN)),
    ADMINISTRATOR_OF_OTHER_TOWN("127.0.0.1", "administrator", "", Set.of(Right.MEND, Right.OPERATE), Set.of()),
    /** With the cookie of the other town's session at this town's address. */
    TREASURER_OF_OTHER_TOWN_HERE("localhost", "treasurer", "", Set.of(), Set.of());

    private final String host;
    private final String login;
    private final String token;
    private final Set<Right> rights;
    private final Set<Thing> sees;

    Who(String host, String login, String token, Set<Right> rights, Set<Thing> sees) {
        this.host = host;
        this.login = login;
        this.token = token;
        this.rights = rights;
        this.sees = sees;
    }

    String host() {
        return host;
    }

    Optional<String> login() {
        return Optional.of(login).filter(name -> !name.isEmpty());
    }

    String password() {
        return atHome().equals("localhost") ? "anstadt-for-tests" : "beistadt-for-tests";
    }

    /** The address at which he has logged in. */
    String atHome() {
        return this == TREASURER_OF_OTHER_TOWN_HERE ? "127.0.0.1" : host;
    }

    boolean isAtHome() {
        return atHome().equals(host);
    }

    Optional<String> token() {
        return Optional.of(token).filter(secret -> !secret.isEmpty());
    }

    boolean has(Right right) {
        return right == Right.BE_SIGNED_IN ? login().isPresent() : rights.contains(right);
    }

    boolean sees(Thing thing) {
        return sees.contains(thing);
    }

    /** What an endpoint can ask for. */
    enum Right {
        BE_SIGNED_IN,
        SEE,
        SEE_HISTORY,
        HAND_IN,
        DECIDE,
        TRIAGE,
        MEND,
        OPERATE,
        CALL
    }
}
