package org.rechnungseingang.service.approval;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rechnungseingang.invoice.Iban;

/** What an order would lead to: a transfer, none for a reason, or a choice that a person has to make first. */
public sealed interface Payout {

    /**
     * So much is transferred to this account.
     *
     * @param cents in cents of a euro
     */
    record Transfer(Iban account, long cents) implements Payout {}

    /** The invoice is posted, and nothing is transferred. */
    record NothingTransferred(NoTransfer reason) implements Payout {}

    /** It cannot be ordered like this. */
    record Unclear(Refusal reason, List<String> accounts) implements Payout {

        /** Keeps its own copy of the list. */
        public Unclear {
            accounts = List.copyOf(accounts);
        }
    }

    /**
     * What an order of this demand would lead to.
     *
     * @param chosen the account that a person has chosen, if any
     * @param transferCodes the payment means (BT-81) that lead to a transfer
     */
    static Payout of(Demand demand, Optional<String> chosen, Set<String> transferCodes) {
        return noTransfer(demand, transferCodes)
                .<Payout>map(NothingTransferred::new)
                .orElseGet(() -> transfer(demand, chosen.map(Iban::normal)));
    }

    private static Optional<NoTransfer> noTransfer(Demand demand, Set<String> transferCodes) {
        if (demand.credit() || demand.cents() <= 0) {
            return Optional.of(NoTransfer.NOTHING_TO_PAY);
        }
        if (!demand.inEuro()) {
            return Optional.of(NoTransfer.NOT_IN_EURO);
        }
        // One means that forbids it is enough.
        return demand.means().stream()
                .flatMap(code -> NoTransfer.ofMeans(code).stream())
                .findFirst()
                .or(() -> demand.means().stream().anyMatch(transferCodes::contains)
                        ? Optional.empty()
                        : Optional.of(NoTransfer.OTHER_MEANS));
    }

    private static Payout transfer(Demand demand, Optional<String> chosen) {
        List<String> accounts = demand.accounts();
        if (accounts.isEmpty()) {
            return new NothingTransferred(NoTransfer.NO_SEPA_ACCOUNT);
        }
        if (chosen.filter(account -> !accounts.contains(account)).isPresent()) {
            return new Unclear(Refusal.UNKNOWN_ACCOUNT, accounts);
        }
        if (chosen.isEmpty() && accounts.size() > 1) {
            return new Unclear(Refusal.AMBIGUOUS_ACCOUNT, accounts);
        }
        return Iban.of(chosen.orElse(accounts.get(0)))
                .filter(Iban::isInSepa)
                .<Payout>map(account -> new Transfer(account, demand.cents()))
                .orElseGet(() -> new NothingTransferred(NoTransfer.NO_SEPA_ACCOUNT));
    }
}
