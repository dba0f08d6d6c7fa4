package org.rechnungseingang.service.portal.office;

import java.util.Optional;
import org.rechnungseingang.service.people.Access;
import org.rechnungseingang.service.people.CurrentPerson;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.people.Visibility;
import org.rechnungseingang.service.portal.Notation;
import org.rechnungseingang.service.portal.Received;
import org.rechnungseingang.service.portal.Screen;
import org.rechnungseingang.service.register.Register;
import org.rechnungseingang.service.register.RegisterEntry;
import org.rechnungseingang.service.routing.TriageDesk;
import org.rechnungseingang.service.routing.WaitingCase;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** The triage desk: what no office could be found for, the longest waiting first. */
@Screen
class TriagePage {

    private final Access access;
    private final TriageDesk desk;
    private final Register register;
    private final Notation notation;

    TriagePage(Access access, TriageDesk desk, Register register, Notation notation) {
        this.access = access;
        this.desk = desk;
        this.register = register;
        this.notation = notation;
    }

    @GetMapping("/triage")
    String show(@CurrentPerson Person person, Model model) {
        if (!access.triages(person)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Visibility visible = access.visibleTo(person);
        model.addAttribute(
                "waiting",
                desk.waiting().stream()
                        .map(waiting -> row(waiting, visible))
                        .flatMap(Optional::stream)
                        .toList());
        return "triage";
    }

    private Optional<Row> row(WaitingCase waiting, Visibility visible) {
        return register.find(waiting.receiptNumber(), visible).map(entry -> row(waiting, entry));
    }

    private Row row(WaitingCase waiting, RegisterEntry entry) {
        return new Row(
                waiting.receiptNumber().text(),
                Rows.title(entry),
                "triage.cause." + waiting.cause(),
                Received.text(waiting.detail()),
                "mark." + waiting.mark(),
                notation.minute(waiting.since()));
    }

    /**
     * A case that waits.
     *
     * @param receiptNumber its number
     * @param supplier the seller, or else the name of the file
     * @param cause the key of why it waits
     * @param detail what stands where the routing id belongs, or empty text
     * @param mark the key of what stands beside the station
     * @param since when it came to the desk
     */
    record Row(String receiptNumber, String supplier, String cause, String detail, String mark, String since) {}
}
