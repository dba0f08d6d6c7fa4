package org.rechnungseingang.service.register;

import java.time.Duration;
import java.util.Optional;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.journal.Journal;
import org.rechnungseingang.service.people.Access;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.people.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens one case for somebody. What he does not see does not exist for him. That an auditor has read it is journalled, once
 * for each part of it: looking at the same part again, as a page does that waits for the check, is a new reading only after
 * an hour or when something has happened to the case meanwhile.
 */
@Component
public class OpenCase {

    private static final Duration ONE_READING = Duration.ofHours(1);

    private final Register register;
    private final Access access;
    private final Journal journal;
    private final ApplicationEventPublisher events;

    OpenCase(Register register, Access access, Journal journal, ApplicationEventPublisher events) {
        this.register = register;
        this.access = access;
        this.journal = journal;
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
                .map(found -> new CaseRead(found.caseId(), person.actor(), what))
                .filter(read -> !journal.tells(read, ONE_READING))
                .ifPresent(events::publishEvent);
        return entry;
    }
}
