package org.rechnungseingang.service.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.town.Towns;
import org.rechnungseingang.service.town.WithTwoTowns;
import org.rechnungseingang.service.validation.CheckOutcome;
import org.rechnungseingang.service.validation.DecisionLevel;
import org.rechnungseingang.service.validation.InvoiceChecked;
import org.rechnungseingang.service.validation.InvoiceHeader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@WithTwoTowns
class PayeesIT {

    private static final String IBAN = "DE02120300000000202051";
    private static final String OTHER_IBAN = "DE02500105170137075030";

    @Autowired
    private Payees payees;

    @Autowired
    private Towns towns;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void knowsASellerByHisVatIdWhateverHeCallsHimself() {
        String vatId = "DE" + UUID.randomUUID();
        checked(CheckOutcome.ACCEPT, seller("Sonnberg GmbH", Optional.of(vatId), Optional.empty(), IBAN));
        checked(
                CheckOutcome.ACCEPT,
                seller("Papierhaus Sonnberg GmbH", Optional.of(vatId), Optional.empty(), OTHER_IBAN));
        assertThat(payees())
                .filteredOn(payee -> payee.vatId().equals(Optional.of(vatId)))
                .containsExactly(
                        new Payee("Sonnberg GmbH", Optional.of(vatId), Optional.empty(), List.of(IBAN, OTHER_IBAN)));
    }

    @Test
    void knowsASellerWithoutVatIdByHisTaxNumber() {
        String taxNumber = UUID.randomUUID().toString();
        checked(CheckOutcome.ACCEPT, seller("Atelier Lind", Optional.empty(), Optional.of(taxNumber), IBAN));
        checked(CheckOutcome.ACCEPT, seller("Atelier Lind", Optional.empty(), Optional.of(taxNumber), IBAN));
        assertThat(payees())
                .filteredOn(payee -> payee.taxNumber().equals(Optional.of(taxNumber)))
                .singleElement()
                .extracting(Payee::ibans)
                .isEqualTo(List.of(IBAN));
    }

    @Test
    void tellsNamesakesWithoutAnyNumberApartByTheirAccounts() {
        String name = "Namensgleich " + UUID.randomUUID();
        checked(CheckOutcome.ACCEPT, seller(name, Optional.empty(), Optional.empty(), IBAN));
        checked(CheckOutcome.ACCEPT, seller(name, Optional.empty(), Optional.empty(), OTHER_IBAN));
        assertThat(payees()).filteredOn(payee -> payee.name().equals(name)).hasSize(2);
    }

    @Test
    void keepsAPayeeApartFromTheSeller() {
        String factor = "Factoring " + UUID.randomUUID();
        String vatId = "DE" + UUID.randomUUID();
        checked(CheckOutcome.ACCEPT, header("Seller", factor, true, Optional.of(vatId), Optional.empty(), IBAN));
        assertThat(payees())
                .filteredOn(payee -> payee.name().equals(factor))
                .containsExactly(new Payee(factor, Optional.empty(), Optional.empty(), List.of(IBAN)));
        assertThat(payees()).noneMatch(payee -> payee.vatId().equals(Optional.of(vatId)));
    }

    @Test
    void learnsNothingFromAnInvoiceThatIsNotAccepted() {
        String name = "Abgelehnt " + UUID.randomUUID();
        checked(CheckOutcome.REJECT, seller(name, Optional.empty(), Optional.empty(), IBAN));
        assertThat(payees()).noneMatch(payee -> payee.name().equals(name));
    }

    private List<Payee> payees() {
        return towns.in("anstadt", payees::all);
    }

    private void checked(CheckOutcome outcome, InvoiceHeader header) {
        InvoiceChecked event = new InvoiceChecked(
                towns.receive("anstadt").caseId(),
                Actor.service("check"),
                1,
                Optional.empty(),
                outcome,
                DecisionLevel.ACCEPT,
                Mark.OPEN,
                Optional.empty(),
                List.of(),
                0,
                0,
                Optional.of(header));
        towns.in(
                "anstadt",
                () -> transaction.execute(status -> {
                    events.publishEvent(event);
                    return event;
                }));
    }

    private static InvoiceHeader seller(String name, Optional<String> vatId, Optional<String> taxNumber, String iban) {
        return header(name, name, false, vatId, taxNumber, iban);
    }

    private static InvoiceHeader header(
            String seller,
            String payee,
            boolean differentPayee,
            Optional<String> vatId,
            Optional<String> taxNumber,
            String iban) {
        return new InvoiceHeader(
                "XRechnung 3.0 UBL",
                Optional.of(seller),
                Optional.of("1"),
                Optional.of("380"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(payee),
                differentPayee,
                vatId,
                taxNumber,
                List.of(iban));
    }
}
