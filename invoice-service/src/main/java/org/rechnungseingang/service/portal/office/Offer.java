package org.rechnungseingang.service.portal.office;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.rechnungseingang.service.approval.InvoiceCertified.Subject;
import org.rechnungseingang.service.approval.Refusal;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.people.Access;
import org.rechnungseingang.service.people.Act;
import org.rechnungseingang.service.people.Office;
import org.rechnungseingang.service.people.Person;
import org.springframework.stereotype.Component;

/**
 * Which decisions are offered to whom: role, station and mark tell. Powers and whatever happens meanwhile are the use
 * case's matter, which refuses for itself.
 */
@Component
class Offer {

    private static final Set<Station> AFTER_THE_ORDER = Set.of(Station.ORDERED, Station.POSTED, Station.PAID);

    private final Access access;

    Offer(Access access) {
        this.access = access;
    }

    /** What the person can decide about the case now. */
    List<DecisionAct> of(Person person, Standing standing) {
        return Stream.of(DecisionAct.values())
                .filter(act -> allows(person, act, standing)
                        && obstacle(person, act, standing).isEmpty())
                .toList();
    }

    /** Whether the person's role and office decide this at all. */
    boolean allows(Person person, DecisionAct act, Standing standing) {
        return switch (act) {
            case CERTIFY -> person.may(Act.CERTIFY);
            case ORDER -> person.may(Act.ORDER);
            case ASSIGN -> access.triages(person) || isOfItsOffice(person, standing);
            case ASK, SETTLE, SEND_BACK, REOPEN, REFUSE, LIFT_HOLD ->
                standing.found().station() == Station.CHECKED
                        ? access.triages(person)
                        : person.may(Act.CERTIFY) || person.may(Act.ORDER);
        };
    }

    private static boolean isOfItsOffice(Person person, Standing standing) {
        Optional<UUID> has = standing.office();
        return person.may(Act.TRIAGE)
                && has.isPresent()
                && person.office().map(Office::id).equals(has);
    }

    /** Why this cannot be decided about the case as it is. */
    Optional<Refusal> obstacle(Person person, DecisionAct act, Standing standing) {
        return ended(standing.found().mark()).or(() -> switch (act) {
            case CERTIFY -> open(standing).or(() -> when(standing.uncertified().isEmpty(), Refusal.ALREADY_CERTIFIED));
            case ORDER -> open(standing).or(() -> unsigned(person, standing));
            case SEND_BACK ->
                open(standing)
                        .or(() -> when(
                                standing.uncertified().size() == Subject.values().length,
                                Refusal.NOTHING_TO_TAKE_BACK));
            case REOPEN -> reopening(standing);
            case SETTLE -> when(standing.found().mark() != Mark.QUERY, Refusal.NO_QUERY);
            case ASK -> waits(standing) || isHeld(standing) ? Optional.empty() : open(standing);
            case LIFT_HOLD ->
                when(standing.found().mark() == Mark.QUERY, Refusal.QUERY_OPEN)
                        .or(() -> when(!isHeld(standing), Refusal.NO_HOLD));
            case ASSIGN -> assigning(standing);
            case REFUSE ->
                when(
                        !standing.isAt(Station.CHECKED, Mark.ON_HOLD, Mark.QUERY)
                                && !standing.isAt(Station.ASSIGNED, Mark.OPEN, Mark.ON_HOLD, Mark.QUERY),
                        Refusal.WRONG_STATION);
        });
    }

    private static Optional<Refusal> ended(Mark mark) {
        return when(mark == Mark.REFUSED, Refusal.REFUSED).or(() -> when(mark == Mark.MERGED, Refusal.MERGED));
    }

    // With its office, and nothing in the way.
    private static Optional<Refusal> open(Standing standing) {
        return when(standing.found().station() != Station.ASSIGNED, Refusal.WRONG_STATION)
                .or(() -> when(standing.found().mark() == Mark.QUERY, Refusal.QUERY_OPEN))
                .or(() -> when(standing.found().mark() == Mark.ON_HOLD, Refusal.ON_HOLD));
    }

    private static Optional<Refusal> unsigned(Person person, Standing standing) {
        return when(!standing.uncertified().isEmpty(), Refusal.NOT_CERTIFIED)
                .or(() -> person.account().filter(standing::isCertifiedBy).map(same -> Refusal.SAME_PERSON));
    }

    private static boolean waits(Standing standing) {
        return standing.waiting().isPresent() && standing.isAt(Station.CHECKED, Mark.ON_HOLD);
    }

    private static boolean isHeld(Standing standing) {
        return standing.held() && standing.isAt(Station.ASSIGNED, Mark.ON_HOLD);
    }

    private static Optional<Refusal> assigning(Standing standing) {
        boolean isHandedOver = standing.isAt(Station.ASSIGNED, Mark.OPEN, Mark.ON_HOLD);
        return waits(standing) || isHandedOver
                ? Optional.empty()
                : when(standing.found().mark() == Mark.QUERY, Refusal.QUERY_OPEN)
                        .or(() -> Optional.of(Refusal.WRONG_STATION));
    }

    // Held where it was ordered, and nothing of it can be paid any more.
    private static Optional<Refusal> reopening(Standing standing) {
        boolean isHeld = AFTER_THE_ORDER.stream().anyMatch(station -> standing.isAt(station, Mark.ON_HOLD));
        return when(!isHeld, Refusal.WRONG_STATION).or(standing::payment);
    }

    private static Optional<Refusal> when(boolean isSo, Refusal refusal) {
        return isSo ? Optional.of(refusal) : Optional.empty();
    }
}
