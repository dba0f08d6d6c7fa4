package org.rechnungseingang.service.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rechnungseingang.service.approval.InvoiceCertified.Subject.GROUNDS;
import static org.rechnungseingang.service.approval.InvoiceCertified.Subject.SUMS;
import static org.rechnungseingang.service.approval.Signatories.PAYABLE;
import static org.rechnungseingang.service.approval.Signatories.TOWN;

import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.service.approval.Decision.Done;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.intake.Receipt;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.town.Towns;
import org.rechnungseingang.service.town.WithTwoTowns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database refuses the application's own login, whatever a program asks of it. */
@WithTwoTowns
class FourEyesIT {

    private Signatories people;

    @Autowired
    private Towns towns;

    @Autowired
    private JdbcClient application;

    @Autowired
    private TransactionTemplate transaction;

    private Person clerk;
    private Person both;
    private UUID powerOfBoth;
    private Receipt receipt;

    @BeforeEach
    void certify(@Autowired AutowireCapableBeanFactory beans) {
        people = beans.createBean(Signatories.class);
        clerk = people.certifier();
        both = people.both();
        powerOfBoth = people.power(both, PowerKind.ORDER, Terms.unlimited().upTo(1));
        receipt = people.assigned();
    }

    @Test
    void allowAnOrderByAThirdPerson() {
        people.certify(clerk, receipt);

        assertThat(order(both, clerk, clerk, document(), PAYABLE)).isEqualTo(1);
    }

    @Test
    void refuseAnOrderByWhoeverCertifiedTheGrounds() {
        people.certify(both, receipt, GROUNDS);
        people.certify(clerk, receipt, SUMS);

        assertRefused("four_eyes", () -> order(both, both, clerk, document(), PAYABLE));
    }

    @Test
    void refuseAnOrderByWhoeverCertifiedTheSums() {
        people.certify(clerk, receipt, GROUNDS);
        people.certify(both, receipt, SUMS);

        assertRefused("four_eyes", () -> order(both, clerk, both, document(), PAYABLE));
    }

    // The order has to repeat who certified: naming somebody else does not help.
    @Test
    void refuseAnOrderThatNamesSomebodyElseAsCertifier() {
        people.certify(both, receipt);

        assertRefused("grounds_are_certified", () -> order(both, clerk, clerk, document(), PAYABLE));
    }

    @Test
    void refuseAnOrderOfWhatIsNotCertified() {
        assertRefused("grounds_are_certified", () -> order(both, clerk, clerk, document(), PAYABLE));
        people.certify(clerk, receipt, GROUNDS);
        assertRefused("sums_are_certified", () -> order(both, clerk, clerk, document(), PAYABLE));
    }

    @Test
    void refuseAnOrderOfAnotherDocumentThanWasCertified() {
        people.certify(clerk, receipt);
        Sha256 other = people.seen(people.assigned()).document();

        assertRefused("grounds_are_certified", () -> order(both, clerk, clerk, other, PAYABLE));
    }

    @Test
    void refuseToTransferMoreThanIsDue() {
        people.certify(clerk, receipt);

        assertRefused("not_more_than_payable", () -> order(both, clerk, clerk, document(), PAYABLE + 1));
    }

    @Test
    void refuseToRelyOnSomebodyElsesPower() {
        people.certify(clerk, receipt);
        Person other = people.budgetHolder();

        assertRefused("own_power", () -> order(other, clerk, clerk, document(), PAYABLE));
    }

    @Test
    void refuseASecondCertificationAndASecondOrderInARound() {
        people.certify(clerk, receipt);
        assertRefused("certification_pkey", () -> inTown("""
                insert into certification select * from certification where case_id = ?""", receipt.caseId().value()));

        order(both, clerk, clerk, document(), PAYABLE);
        assertRefused("payment_order_pkey", () -> order(both, clerk, clerk, document(), PAYABLE));
    }

    @Test
    void letNoCertificationCountInTheNextRound() {
        people.certify(clerk, receipt);
        inTown(
                "update invoice_case set round = 2 where id = ?",
                receipt.caseId().value());

        assertRefused("grounds_are_certified", () -> order(both, clerk, clerk, document(), PAYABLE));
        assertThat(people.certify(clerk, receipt)).isEqualTo(new Done());
        assertThat(order(both, clerk, clerk, document(), PAYABLE)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from certification",
                "update certification set certified_by = certified_by",
                "delete from payment_order",
                "update payment_order set ordered_by = ordered_by",
                "delete from power",
                "update power set limit_cents = null",
                "delete from remark",
                "update assignment set office = office"
            })
    void letNothingDecidedBeChanged(String act) {
        assertThatThrownBy(() -> inTown(act)).rootCause().hasMessageContaining("permission denied");
    }

    private int order(Person by, Person grounds, Person sums, Sha256 document, long transfer) {
        return inTown(
                """
                insert into payment_order
                  (tenant, case_id, round, ordered_by, grounds_by, sums_by, power, document,
                   payable_cents, transfer_cents, currency, iban, ordered_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'EUR', 'DE90999000010004711001', now())""",
                people.town(),
                receipt.caseId().value(),
                people.now(receipt).round(),
                account(by),
                account(grounds),
                account(sums),
                powerOfBoth,
                document.hex(),
                PAYABLE,
                transfer);
    }

    private int inTown(String act, Object... parameters) {
        return towns.in(
                TOWN,
                () -> transaction.execute(
                        status -> application.sql(act).params(parameters).update()));
    }

    private Sha256 document() {
        return people.seen(receipt).document();
    }

    private static UUID account(Person person) {
        return person.account().orElseThrow();
    }

    private static void assertRefused(String constraint, ThrowingCallable act) {
        assertThatThrownBy(act).rootCause().hasMessageContaining("constraint \"" + constraint + "\"");
    }
}
