package org.rechnungseingang.service.portal.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.rechnungseingang.service.approval.Certification;
import org.rechnungseingang.service.approval.InvoiceCertified.Subject;
import org.rechnungseingang.service.approval.Orders;
import org.rechnungseingang.service.approval.PaymentOrder;
import org.rechnungseingang.service.approval.Remarks;
import org.rechnungseingang.service.people.Names;
import org.rechnungseingang.service.people.Office;
import org.rechnungseingang.service.people.Offices;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.portal.FindingView;
import org.rechnungseingang.service.portal.Notation;
import org.rechnungseingang.service.portal.Phrase;
import org.rechnungseingang.service.portal.Received;
import org.rechnungseingang.service.portal.Wording;
import org.rechnungseingang.service.routing.WaitingCase;
import org.springframework.stereotype.Component;

/** Lays out what has been decided about an invoice. */
@Component
class DecisionCards {

    private static final String BY = "decision.by";

    private final Offices offices;
    private final Names names;
    private final Orders orders;
    private final Remarks remarks;
    private final Offer offer;
    private final Rows rows;
    private final Wording wording;
    private final Notation notation;

    DecisionCards(
            Offices offices,
            Names names,
            Orders orders,
            Remarks remarks,
            Offer offer,
            Rows rows,
            Wording wording,
            Notation notation) {
        this.offices = offices;
        this.names = names;
        this.orders = orders;
        this.remarks = remarks;
        this.offer = offer;
        this.rows = rows;
        this.wording = wording;
        this.notation = notation;
    }

    DecisionCard of(Standing standing, Person reader) {
        return new DecisionCard(
                office(standing),
                standing.waiting()
                        .map(waiting -> "triage.cause." + waiting.cause())
                        .orElse(""),
                standing.waiting().map(WaitingCase::detail).map(Received::text).orElse(""),
                standing.held() ? FindingView.own(standing.doubts(), wording) : List.of(),
                seals(standing),
                remarks.of(standing.found().id()).stream()
                        .map(remark -> new DecisionCard.Said(
                                "remark." + remark.kind(), notation.minute(remark.at()), Received.text(remark.text())))
                        .toList(),
                acts(standing, reader));
    }

    private Phrase office(Standing standing) {
        if (standing.waiting().isPresent()) {
            return Phrase.of("decision.office.waiting");
        }
        return standing.office()
                .flatMap(offices::find)
                .map(Office::name)
                .map(name -> Phrase.of("decision.office", name))
                .orElseGet(() -> Phrase.of("decision.office.none"));
    }

    private List<DecisionCard.Seal> seals(Standing standing) {
        List<DecisionCard.Seal> seals = new ArrayList<>();
        Stream.of(Subject.values()).forEach(subject -> seals.add(seal(subject, standing)));
        seals.add(order(standing));
        return seals;
    }

    private DecisionCard.Seal seal(Subject subject, Standing standing) {
        Optional<Certification> given = standing.certified().stream()
                .filter(certification -> certification.subject() == subject)
                .findFirst();
        return new DecisionCard.Seal(
                "decision." + subject,
                given.isPresent(),
                List.of(given.map(certification ->
                                Phrase.of(BY, name(certification.by()), notation.minute(certification.at())))
                        .orElseGet(() -> Phrase.of("decision.open"))));
    }

    private DecisionCard.Seal order(Standing standing) {
        Optional<PaymentOrder> given = orders.of(standing.found());
        return new DecisionCard.Seal(
                "decision.ordered",
                given.isPresent(),
                given.map(order ->
                                List.of(Phrase.of(BY, name(order.by()), notation.minute(order.at())), transfer(order)))
                        .orElseGet(() -> List.of(Phrase.of("decision.open.second"))));
    }

    private Phrase transfer(PaymentOrder order) {
        return order.noTransfer()
                .map(reason -> Phrase.of("decision.posted", wording.text("transfer." + reason)))
                .orElseGet(() -> Phrase.of(
                        "decision.transfer",
                        amount(order),
                        order.account()
                                .map(account -> Payments.inFours(account.text()))
                                .orElse("")));
    }

    private String amount(PaymentOrder order) {
        return rows.amount(
                OptionalLong.of(order.transferCents().orElse(order.payableCents())), Optional.of(order.currency()));
    }

    private String name(UUID account) {
        return names.of(account).orElseGet(() -> wording.text("decision.somebody"));
    }

    private List<DecisionCard.Choice> acts(Standing standing, Person reader) {
        String here = "/invoices/" + standing.found().receiptNumber() + "/decide/";
        List<DecisionAct> offered = offer.of(reader, standing);
        return offered.stream()
                .map(act -> new DecisionCard.Choice(
                        "act." + act.id(), here + act.id(), act == offered.get(0) ? "primary" : "secondary"))
                .toList();
    }
}
