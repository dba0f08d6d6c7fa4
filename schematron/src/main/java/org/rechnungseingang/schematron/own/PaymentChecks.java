package org.rechnungseingang.schematron.own;

import static org.rechnungseingang.invoice.BusinessTerm.*;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.Money;
import org.rechnungseingang.schematron.own.OwnCheck.Sighting;

/** When no transfer may be made, and accounts that no transfer can reach. */
final class PaymentChecks {

    private static final String RULE = "OWN-NO-TRANSFER-";

    /** UNTDID 4461 as far as it is no credit transfer. */
    private static final Set<String> DIRECT_DEBIT = Set.of("49", "59");

    private static final Set<String> CARD = Set.of("48", "54", "55");
    private static final Set<String> CASH = Set.of("10");

    private PaymentChecks() {}

    static List<OwnCheck> all() {
        Set<String> sayIban = Set.of("BR-DE-19");
        return List.of(
                OwnCheck.note(RULE + "DIRECT-DEBIT", Set.of(), subject -> means(subject.invoice(), DIRECT_DEBIT)),
                OwnCheck.note(RULE + "CARD", Set.of(), subject -> means(subject.invoice(), CARD)),
                OwnCheck.note(RULE + "CASH", Set.of(), subject -> means(subject.invoice(), CASH)),
                OwnCheck.note(
                        RULE + "NOTHING-DUE", Set.of(), subject -> due(subject.invoice(), sum -> sum.signum() <= 0)),
                OwnCheck.note(RULE + "NOT-EURO", Set.of(), subject -> due(subject.invoice(), PaymentChecks::isForeign)),
                OwnCheck.note(RULE + "NOT-SEPA", Set.of(), subject -> accounts(subject, Account.Fault.NOT_SEPA)),
                OwnCheck.warning("OWN-IBAN-FORM", sayIban, subject -> accounts(subject, Account.Fault.FORM)),
                OwnCheck.warning(
                        "OWN-IBAN-CHECK-DIGITS", sayIban, subject -> accounts(subject, Account.Fault.CHECK_DIGITS)),
                OwnCheck.warning(
                        "OWN-IBAN-LENGTH",
                        sayIban,
                        subject -> faulty(subject, Account.Fault.LENGTH)
                                .map(account ->
                                        Sighting.of(account.text(), BT_84).with(account.usualLength()))));
    }

    private static Stream<Sighting> means(Invoice invoice, Set<String> codes) {
        return invoice.paymentInstructions().stream()
                .flatMap(instructions -> instructions.meansCode().stream())
                .filter(codes::contains)
                .distinct()
                .map(code -> Sighting.of(code, BT_81));
    }

    private static Stream<Sighting> due(Invoice invoice, Predicate<Money> odd) {
        return invoice.totals().due().filter(odd).map(sum -> Sighting.of(sum.toString(), BT_115)).stream();
    }

    private static boolean isForeign(Money sum) {
        return !sum.currency().equals("EUR") && !sum.currency().equals(Money.NO_CURRENCY);
    }

    private static Stream<Sighting> accounts(Subject subject, Account.Fault fault) {
        return faulty(subject, fault).map(account -> Sighting.of(account.text(), BT_84));
    }

    private static Stream<Account> faulty(Subject subject, Account.Fault fault) {
        return subject.accounts().stream().filter(account -> account.fault() == fault);
    }
}
