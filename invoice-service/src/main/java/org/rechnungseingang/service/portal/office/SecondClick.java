package org.rechnungseingang.service.portal.office;

import java.util.Optional;
import java.util.UUID;
import org.rechnungseingang.service.approval.Certification;
import org.rechnungseingang.service.approval.Orders;
import org.rechnungseingang.service.approval.PaymentOrder;
import org.rechnungseingang.service.people.Person;
import org.springframework.stereotype.Component;

/** Whether somebody has sent the same decision twice: it counts, and he need not hear that it is taken already. */
@Component
class SecondClick {

    private final Orders orders;

    SecondClick(Orders orders) {
        this.orders = orders;
    }

    /**
     * Whether all that the form asks for is what this person has just decided.
     *
     * @param now where the case stands, after the form was refused
     */
    boolean repeats(Person person, DecisionAct act, DecisionForm form, Standing now) {
        Optional<UUID> account = person.account().filter(known -> form.isAbout(now.found()));
        return switch (act) {
            case CERTIFY -> account.filter(by -> hasCertified(by, form, now)).isPresent();
            case ORDER ->
                account.isPresent()
                        && orders.of(now.found()).map(PaymentOrder::by).equals(account);
            default -> false;
        };
    }

    private static boolean hasCertified(UUID account, DecisionForm form, Standing now) {
        return !form.subjects().isEmpty()
                && now.certified().stream()
                        .filter(given -> given.by().equals(account))
                        .map(Certification::subject)
                        .toList()
                        .containsAll(form.subjects());
    }
}
