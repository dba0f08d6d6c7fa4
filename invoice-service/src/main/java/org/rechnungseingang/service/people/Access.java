package org.rechnungseingang.service.people;

import org.rechnungseingang.service.people.Visibility.All;
import org.rechnungseingang.service.people.Visibility.HandedInBy;
import org.rechnungseingang.service.people.Visibility.None;
import org.rechnungseingang.service.people.Visibility.OfOffice;
import org.springframework.stereotype.Component;

/**
 * The one place that authorises: which acts a role allows ({@link Role}) and which cases somebody sees. The tenant is
 * kept apart below, by row-level security.
 */
@Component
public class Access {

    /** Which cases he sees; the widest of his roles counts. */
    public Visibility visibleTo(Person person) {
        if (!person.may(Act.SEE_CASES)) {
            return new None();
        }
        if (person.is(Role.TREASURER) || person.is(Role.AUDITOR) || person.is(Role.PROGRAM)) {
            return new All();
        }
        if (person.is(Role.CLERK) || person.is(Role.BUDGET_HOLDER)) {
            return person.office()
                    .<Visibility>map(office -> new OfOffice(office.id(), office.routingIds(), office.takesUnclaimed()))
                    .orElseGet(None::new);
        }
        return person.account().<Visibility>map(HandedInBy::new).orElseGet(None::new);
    }

    /** Whether he decides at the triage desk: his office takes what no office answers for. */
    public boolean triages(Person person) {
        return person.may(Act.TRIAGE)
                && person.office().filter(Office::takesUnclaimed).isPresent();
    }
}
