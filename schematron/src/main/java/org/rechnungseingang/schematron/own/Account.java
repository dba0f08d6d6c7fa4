package org.rechnungseingang.schematron.own;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rechnungseingang.invoice.CreditTransfer;
import org.rechnungseingang.invoice.Iban;
import org.rechnungseingang.invoice.PaymentInstructions;

/**
 * An account that money is to be sent to (BT-84).
 *
 * @param text as it was sent
 * @param fault what is wrong with it; one thing at most
 */
record Account(String text, Fault fault) {

    private static final String SEPA_TRANSFER = "58";
    private static final int COUNTRY = 2;

    /** Why no transfer can reach an account. */
    enum Fault {
        NONE,
        FORM,
        CHECK_DIGITS,
        LENGTH,
        NOT_SEPA
    }

    static List<Account> all(List<PaymentInstructions> ways) {
        List<Account> accounts = new ArrayList<>();
        for (PaymentInstructions way : ways) {
            boolean sepa = way.meansCode().filter(SEPA_TRANSFER::equals).isPresent();
            for (CreditTransfer transfer : way.creditTransfers()) {
                transfer.account().ifPresent(text -> accounts.add(new Account(text, fault(text, sepa))));
            }
        }
        return accounts;
    }

    /** @param sepa whether it is meant for a SEPA transfer */
    private static Fault fault(String text, boolean sepa) {
        String normal = Iban.normal(text);
        if (!Iban.hasForm(normal)) {
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

    /** The length that its country gives an IBAN, with the country; empty if it is not known. */
    String usualLength() {
        String country = Iban.normal(text).substring(0, COUNTRY);
        return Iban.lengthIn(country).map(length -> country + ": " + length).orElse("");
    }
}
