package org.rechnungseingang.service.portal.office;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.rechnungseingang.service.approval.InvoiceCertified.Subject;
import org.rechnungseingang.service.approval.Payout;
import org.rechnungseingang.service.approval.Transfers;
import org.rechnungseingang.service.people.Offices;
import org.rechnungseingang.service.portal.FieldErrors;
import org.rechnungseingang.service.portal.FindingView;
import org.rechnungseingang.service.portal.Received;
import org.rechnungseingang.service.portal.Wording;
import org.rechnungseingang.service.register.RegisterEntry;
import org.springframework.stereotype.Component;

/** Lays out the pages that ask before a decision counts. */
@Component
class DecidePages {

    private static final String EURO = "EUR";

    private final Wording wording;
    private final Rows rows;
    private final Transfers transfers;
    private final Offices offices;

    DecidePages(Wording wording, Rows rows, Transfers transfers, Offices offices) {
        this.wording = wording;
        this.rows = rows;
        this.transfers = transfers;
        this.offices = offices;
    }

    DecidePage page(RegisterEntry entry, Standing standing, DecisionAct act, DecisionForm form, FieldErrors errors) {
        return new DecidePage(
                act.id(),
                entry.receiptNumber().text(),
                Rows.title(entry),
                entry.number().map(Received::text).orElse(""),
                rows.amount(entry.payableCents(), entry.currency()),
                act.speaks(),
                !errors.on(Deeds.WHOLE),
                form,
                act.leadsToPayment() ? FindingView.own(standing.doubts(), wording) : List.of(),
                standing.cleared().map(Received::text).orElse(""),
                act == DecisionAct.CERTIFY ? open(standing, form) : List.of(),
                act == DecisionAct.ORDER ? transfer(entry, form) : DecidePage.Transfer.NONE,
                act == DecisionAct.ASSIGN ? offices(standing, form) : List.of(),
                errors);
    }

    private static List<DecidePage.Box> open(Standing standing, DecisionForm form) {
        return standing.uncertified().stream()
                .map(subject -> new DecidePage.Box(
                        subject == Subject.GROUNDS ? "grounds" : "sums",
                        subject.name(),
                        "certify." + subject,
                        form.chooses(subject)))
                .toList();
    }

    // An invoice that cannot be read is refused in words by the use case.
    private DecidePage.Transfer transfer(RegisterEntry entry, DecisionForm form) {
        Optional<Payout> payout = transfers.preview(entry.receiptNumber(), Optional.empty());
        return payout.map(leads -> transfer(leads, entry, form)).orElse(DecidePage.Transfer.NONE);
    }

    private DecidePage.Transfer transfer(Payout payout, RegisterEntry entry, DecisionForm form) {
        if (payout instanceof Payout.Transfer transfer) {
            return new DecidePage.Transfer(
                    rows.amount(OptionalLong.of(transfer.cents()), Optional.of(EURO)),
                    Payments.inFours(transfer.account().text()),
                    "",
                    List.of());
        }
        if (payout instanceof Payout.NothingTransferred nothing) {
            return new DecidePage.Transfer("", "", "transfer." + nothing.reason(), List.of());
        }
        return new DecidePage.Transfer(
                rows.amount(entry.payableCents(), entry.currency()),
                "",
                "",
                ((Payout.Unclear) payout)
                        .accounts().stream()
                                .map(account -> new DecidePage.Choice(
                                        account,
                                        Payments.inFours(Received.text(account)),
                                        account.equals(form.account())))
                                .toList());
    }

    private List<DecidePage.Choice> offices(Standing standing, DecisionForm form) {
        return offices.all().stream()
                .filter(office -> standing.office().filter(office.id()::equals).isEmpty())
                .map(office -> new DecidePage.Choice(
                        office.id().toString(),
                        office.name(),
                        office.id().toString().equals(form.office())))
                .toList();
    }
}
