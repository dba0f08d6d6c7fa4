package org.rechnungseingang.schematron.own;

import static org.rechnungseingang.invoice.BusinessTerm.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rechnungseingang.invoice.CreditTransfer;
import org.rechnungseingang.invoice.Iban;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.Money;
import org.rechnungseingang.invoice.PaymentInstructions;
import org.rechnungseingang.schematron.own.OwnCheck.Sighting;

/** When no transfer may be made, and accounts that no transfer can reach. */
final class PaymentChecks {

    private static final String RULE = "OWN-NO-TRANSFER-";

    /** UNTDID 4461 as far as it is no credit transfer. */
    private static final Set<String> DIRECT_DEBIT = Set.of("49", "59");

    private static final Set<String> CARD = Set.of("48", "54", "55");
    private static final Set<String> CASH = Set.of("10");
    private static final String SEPA_TRANSFER = "58";

    private static final Pattern LIKE_AN_IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final int COUNTRY = 2;

    private PaymentChecks() {}

    /** What is wrong with an account; one thing at most. */
    private enum Fault {
        NONE,
        FORM,
        CHECK_DIGITS,
        LENGTH,
        NOT_SEPA
    }

    /** An account and whether it is meant for a SEPA transfer. */
    private record Account(String text, boolean sepa) {

        Fault fault() {
            String normal = Iban.normal(text);
            if (!LIKE_AN_IBAN.matcher(normal).matches()) {
                return sepa ? Fault.FORM : Fault.NONE;
            }
            Optional<Integer> length = Iban.lengthIn(normal.substring(0, COUNTRY));
            if (length.filter(usual -> usual != normal.length()).isPresent()) {
                return Fault.LENGTH;
            }
            if (Iban.of(normal).isEmpty()) {
                return Fault.CHECK_DIGITS;
            }
            return length.isEmpty() ? Fault.NOT_SEPA : Fault.NONE;
        }

        String usualLength() {
            String country = Iban.normal(text).substring(0, COUNTRY);
            return Iban.lengthIn(country).map(length -> country + ": " + length).orElse("");
        }
    }

    static List<OwnCheck> all() {
        Set<String> sayIban = Set.of("BR-DE-19");
        return List.of(
                OwnCheck.note(RULE + "DIRECT-DEBIT", Set.of(), read -> means(read.content(), DIRECT_DEBIT)),
                OwnCheck.note(RULE + "CARD", Set.of(), read -> means(read.content(), CARD)),
                OwnCheck.note(RULE + "CASH", Set.of(), read -> means(read.content(), CASH)),
                OwnCheck.note(RULE + "NOTHING-DUE", Set.of(), read -> due(read.content(), sum -> sum.signum() <= 0)),
                OwnCheck.note(RULE + "NOT-EURO", Set.of(), read -> due(read.content(), PaymentChecks::isForeign)),
                OwnCheck.note(RULE + "NOT-SEPA", Set.of(), read -> accounts(read.content(), Fault.NOT_SEPA)),
                OwnCheck.warning("OWN-IBAN-FORM", sayIban, read -> accounts(read.content(), Fault.FORM)),
                OwnCheck.warning(
                        "OWN-IBAN-CHECK-DIGITS", sayIban, read -> accounts(read.content(), Fault.CHECK_DIGITS)),
                OwnCheck.warning(
                        "OWN-IBAN-LENGTH",
                        sayIban,
                        read -> accounts(read.content(), Fault.LENGTH)
                                .map(sighting -> sighting.with(new Account(sighting.value(), true).usualLength()))));
    }

    private static Stream<Sighting> means(Invoice invoice, Set<String> codes) {
        return invoice.paymentInstructions().stream()
                .flatMap(instructions -> instructions.meansCode().stream())
                .filter(codes::contains)
                .distinct()
                .map(code -> Sighting.of(code, BT_81));
    }

    private static Stream<Sighting> due(Invoice invoice, Predicate<Money> odd) {
        return invoice.totals().due().stream().filter(odd).map(sum -> Sighting.of(sum.toString(), BT_115));
    }

    private static boolean isForeign(Money sum) {
        return !sum.currency().equals("EUR") && !sum.currency().equals(Money.NO_CURRENCY);
    }

    private static Stream<Sighting> accounts(Invoice invoice, Fault fault) {
        return invoice.paymentInstructions().stream()
                .flatMap(PaymentChecks::accounts)
                .filter(account -> account.fault() == fault)
                .map(account -> Sighting.of(account.text(), BT_84));
    }

    private static Stream<Account> accounts(PaymentInstructions instructions) {
        boolean sepa = instructions.meansCode().filter(SEPA_TRANSFER::equals).isPresent();
        return instructions.creditTransfers().stream()
                .map(CreditTransfer::account)
                .flatMap(Optional::stream)
                .map(text -> new Account(text, sepa));
    }
}
