package org.rechnungseingang.service.routing;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.Syntax;
import org.rechnungseingang.service.archive.Sha256;

/**
 * What an invoice is known by, however often and in whatever form it is sent: its seller, its number (BT-1) and the year
 * of its date (BT-2). § 14(4) no. 4 UStG wants a number that a seller gives once.
 */
record BusinessKey(String text) {

    private static final int LONGEST = 500;
    private static final String CREDIT_NOTE = "381";

    /** The key of the invoice; none if it does not tell its seller, its number or its date. */
    static Optional<BusinessKey> of(Invoice invoice) {
        Optional<String> number = invoice.number().map(RoutingRule::plain).filter(text -> !text.isEmpty());
        return seller(invoice)
                .flatMap(seller -> number.flatMap(known -> invoice.issueDate()
                        .map(date -> bounded(
                                String.join("|", seller, known, Integer.toString(date.getYear()), kind(invoice))))));
    }

    // A credit note takes money back: it must not vanish into the invoice whose number its seller gave it, too.
    private static String kind(Invoice invoice) {
        return invoice.syntax() == Syntax.UBL_CREDIT_NOTE
                        || invoice.typeCode().filter(CREDIT_NOTE::equals).isPresent()
                ? "credit"
                : "invoice";
    }

    private static Optional<String> seller(Invoice invoice) {
        return part("vat:", invoice.seller().vatIdentifier())
                .or(() -> part("tax:", invoice.seller().taxRegistration().map(BusinessKey::digitsAndLetters)))
                .or(() -> part("name:", invoice.seller().name())
                        .flatMap(name -> account(invoice).map(iban -> name + "|" + iban)));
    }

    private static Optional<String> account(Invoice invoice) {
        return invoice.paymentInstructions().stream()
                .flatMap(instructions -> instructions.creditTransfers().stream())
                .flatMap(transfer -> transfer.account().stream())
                .findFirst()
                .map(RoutingRule::plain);
    }

    private static Optional<String> part(String prefix, Optional<String> text) {
        return text.map(RoutingRule::plain).filter(plain -> !plain.isEmpty()).map(plain -> prefix + plain);
    }

    // 345/5001/0011 and 34550010011 are one tax number.
    private static String digitsAndLetters(String number) {
        return number.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    // A row of an index takes 2.7 KB, and the number is the sender's text.
    private static BusinessKey bounded(String text) {
        return new BusinessKey(
                text.length() <= LONGEST
                        ? text
                        : "sha256:"
                                + Sha256.of(text.getBytes(StandardCharsets.UTF_8))
                                        .hex());
    }

    @Override
    public String toString() {
        return text;
    }
}
