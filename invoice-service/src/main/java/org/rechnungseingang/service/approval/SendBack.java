package org.rechnungseingang.service.approval;

import java.util.Optional;
import java.util.Set;
import org.rechnungseingang.service.approval.Speaking.Said;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.people.Person;
import org.springframework.stereotype.Component;

/** Somebody takes back what is certified: a new round begins, and whoever certified has to look again. */
@Component
public class SendBack {

    private final Speaking speaking;
    private final Certifications certifications;
    private final BeginRound begin;

    SendBack(Speaking speaking, Certifications certifications, BeginRound begin) {
        this.speaking = speaking;
        this.certifications = certifications;
        this.begin = begin;
    }

    /**
     * Sends the case back, as long as it is not ordered.
     *
     * @param seen what the person looked at
     * @param reason why
     */
    public Decision sendBack(Person person, ReceiptNumber number, Seen seen, String reason) {
        return speaking.let(
                new Said(person, number, seen, reason),
                held -> Deciding.refusal(held, seen, Set.of(Station.ASSIGNED), Set.of(Mark.OPEN))
                        .or(() -> certifications.of(held).isEmpty()
                                ? Optional.of(Refusal.NOTHING_TO_TAKE_BACK)
                                : Optional.empty()),
                held -> begin.newRound(person, held, reason));
    }
}
