package org.rechnungseingang.service.portal.supplier;

import java.util.List;
import java.util.Optional;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.notice.StatusPages;
import org.rechnungseingang.service.people.Access;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.people.Visibility;
import org.rechnungseingang.service.portal.Phrase;
import org.rechnungseingang.service.portal.Tone;
import org.rechnungseingang.service.register.Register;
import org.rechnungseingang.service.register.RegisterEntry;
import org.rechnungseingang.service.validation.CheckOutcome;
import org.springframework.stereotype.Component;

/** Says what has become of uploaded files, of those that the person may see. */
@Component
class UploadResults {

    private final Register register;
    private final Access access;
    private final StatusPages statusPages;

    UploadResults(Register register, Access access, StatusPages statusPages) {
        this.register = register;
        this.access = access;
        this.statusPages = statusPages;
    }

    List<UploadPage.Result> of(List<String> receiptNumbers, Person person) {
        return receiptNumbers.stream()
                .map(number -> of(number, person))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<UploadPage.Result> of(String typed, Person person) {
        Visibility mine =
                person.account().<Visibility>map(Visibility.HandedInBy::new).orElseGet(() -> access.visibleTo(person));
        return ReceiptNumber.of(typed)
                .flatMap(number -> register.find(number, mine))
                .map(this::of);
    }

    private UploadPage.Result of(RegisterEntry entry) {
        return new UploadPage.Result(
                entry.fileName().orElse(""),
                entry.receiptNumber().text(),
                entry.outcome()
                        .map(outcome -> tone(outcome, entry.notes()))
                        .orElse(entry.uncheckable() ? Tone.WARNING : Tone.NEUTRAL),
                entry.outcome()
                        .map(outcome -> Phrase.of("upload." + outcome, entry.errors(), entry.notes()))
                        .orElseGet(() -> Phrase.of(entry.uncheckable() ? "upload.failed" : "upload.running")),
                entry.outcome().isEmpty() && !entry.uncheckable(),
                "/status/" + entry.receiptNumber() + "/" + statusPages.secretOf(entry.caseId()));
    }

    private static Tone tone(CheckOutcome outcome, int notes) {
        return switch (outcome) {
            case ACCEPT -> notes == 0 ? Tone.SUCCESS : Tone.WARNING;
            case REJECT, SCHEMA_INVALID, NOT_WELLFORMED -> Tone.ERROR;
            case NO_RULE_SET, REFUSED, NO_INVOICE -> Tone.WARNING;
        };
    }
}
