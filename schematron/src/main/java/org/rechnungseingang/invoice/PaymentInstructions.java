package org.rechnungseingang.invoice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the invoice is to be paid (BG-16). Several entries of one means are one instruction with several accounts.
 *
 * @param meansCode BT-81, UNTDID 4461 (58 is a SEPA credit transfer)
 * @param meansText BT-82
 * @param remittanceInformation BT-83
 * @param creditTransfers BG-17
 * @param card BG-18
 * @param directDebit BG-19
 */
public record PaymentInstructions(
        Optional<String> meansCode,
        Optional<String> meansText,
        Optional<String> remittanceInformation,
        List<CreditTransfer> creditTransfers,
        Optional<PaymentCard> card,
        Optional<DirectDebit> directDebit) {
    /** Keeps its own copies of the lists. */
    public PaymentInstructions {
        creditTransfers = List.copyOf(creditTransfers);
    }

    /** Puts together what the syntaxes repeat for each account: entries of one means and one remittance text. */
    static List<PaymentInstructions> merged(List<PaymentInstructions> entries) {
        Map<List<Object>, PaymentInstructions> byMeans = new LinkedHashMap<>();
        entries.forEach(entry ->
                byMeans.merge(List.of(entry.meansCode, entry.remittanceInformation), entry, PaymentInstructions::and));
        return List.copyOf(byMeans.values());
    }

    private PaymentInstructions and(PaymentInstructions other) {
        return new PaymentInstructions(
                meansCode,
                meansText.or(other::meansText),
                remittanceInformation,
                Stream.concat(creditTransfers.stream(), other.creditTransfers.stream())
                        .toList(),
                card.or(other::card),
                directDebit.or(other::directDebit));
    }
}
