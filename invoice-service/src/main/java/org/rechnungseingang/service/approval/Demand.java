package org.rechnungseingang.service.approval;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.rechnungseingang.invoice.CreditTransfer;
import org.rechnungseingang.invoice.Iban;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.Money;
import org.rechnungseingang.invoice.PaymentInstructions;
import org.rechnungseingang.invoice.Syntax;

/**
 * What an invoice asks for; read from it and never computed.
 *
 * @param cents BT-115 in hundredths of its currency
 * @param currency BT-5, else the currency of BT-115
 * @param inEuro whether BT-5 and BT-115 are both in euro
 * @param credit whether it is a credit note
 * @param means BT-81 of every payment instruction
 * @param accounts BT-84 of every credit transfer, each once, without blanks
 */
record Demand(long cents, String currency, boolean inEuro, boolean credit, List<String> means, List<String> accounts) {

    private static final String EURO = "EUR";
    private static final String CREDIT_NOTE = "381";

    /** What this invoice asks for; empty if it has no amount due in whole cents. */
    static Optional<Demand> of(Invoice invoice) {
        return invoice.totals().due().flatMap(due -> {
            OptionalLong cents = due.cents();
            return cents.isPresent() ? Optional.of(of(invoice, due, cents.getAsLong())) : Optional.empty();
        });
    }

    /** The amount without its sign, for comparison with a limit; empty unless it is in euro. */
    Optional<Long> euroCents() {
        return inEuro ? Optional.of(Math.abs(cents)) : Optional.empty();
    }

    private static Demand of(Invoice invoice, Money due, long cents) {
        String currency = invoice.currency().orElse(due.currency());
        return new Demand(
                cents,
                currency,
                currency.equals(EURO) && due.currency().equals(EURO),
                isCreditNote(invoice),
                means(invoice),
                accounts(invoice));
    }

    private static boolean isCreditNote(Invoice invoice) {
        return invoice.syntax() == Syntax.UBL_CREDIT_NOTE
                || invoice.typeCode().filter(CREDIT_NOTE::equals).isPresent();
    }

    private static List<String> means(Invoice invoice) {
        return invoice.paymentInstructions().stream()
                .map(PaymentInstructions::meansCode)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static List<String> accounts(Invoice invoice) {
        return invoice.paymentInstructions().stream()
                .flatMap(instructions -> instructions.creditTransfers().stream())
                .map(CreditTransfer::account)
                .flatMap(Optional::stream)
                .map(Iban::normal)
                .filter(account -> !account.isEmpty())
                .distinct()
                .toList();
    }
}
