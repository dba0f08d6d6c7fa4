package org.rechnungseingang.service.register;

import java.util.Optional;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.people.Access;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.people.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens one case for somebody. What he does not see does not exist for him; that an auditor has read it is journalled. */
@Component
public class OpenCase {

    private final Register register;
    private final Access access;
    private final ApplicationEventPublisher events;

    OpenCase(Register register, Access access, ApplicationEventPublisher events) {
        this.register = register;
        this.access = access;
        this.events = events;
    }

    /**
     * The case with this receipt number, if he sees it.
     *
     * @param number the receipt number
     * @param person who asks
     * @param what what of it he reads, for the journal: "case", "original" …
     */
    @Transactional
    public Optional<RegisterEntry> open(ReceiptNumber number, Person person, String what) {
        Optional<RegisterEntry> entry = register.find(number, access.visibleTo(person));
        entry.filter(found -> person.is(Role.AUDITOR))
                .ifPresent(found -> events.publishEvent(new CaseRead(found.caseId(), person.actor(), what)));
        return entry;
    }
}
