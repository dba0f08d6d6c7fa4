package org.rechnungseingang.service.approval;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.rechnungseingang.service.approval.Decision.Done;
import org.rechnungseingang.service.approval.Decision.Refused;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.people.Access;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.routing.Assignments;
import org.springframework.stereotype.Component;

/** What those decisions share that are made of words: who may say something about a case, and when. */
@Component
class Speaking {

    private final Deciding deciding;
    private final Access access;
    private final Powers powers;
    private final Assignments assignments;

    Speaking(Deciding deciding, Access access, Powers powers, Assignments assignments) {
        this.deciding = deciding;
        this.access = access;
        this.powers = powers;
        this.assignments = assignments;
    }

    /** One thing that is said about a case. */
    record Said(Person by, ReceiptNumber number, Seen seen, String text) {}

    /**
     * Lets it be said, if the person may and the case is where it can be.
     *
     * @param standing why it cannot be said about the case as it is now
     * @param then makes it true, about the case that is held
     */
    Decision let(Said said, Function<InvoiceCase, Optional<Refusal>> standing, Consumer<InvoiceCase> then) {
        return deciding.about(said.number(), held -> {
            Optional<Refusal> refusal =
                    Remarks.refusal(said.text()).or(() -> standing.apply(held)).or(() -> refusal(said.by(), held));
            if (refusal.isPresent()) {
                return new Refused(refusal.get());
            }
            then.accept(held);
            return new Done();
        });
    }

    // At the triage desk nobody's power counts, since nobody's office has the case yet.
    private Optional<Refusal> refusal(Person person, InvoiceCase held) {
        if (person.account().isEmpty()) {
            return Optional.of(Refusal.NOT_ALLOWED);
        }
        if (held.station() == Station.CHECKED) {
            return access.triages(person) ? Optional.empty() : Optional.of(Refusal.NOT_ALLOWED);
        }
        return powers.refusal(person, assignments.officeOf(held.id()));
    }
}
