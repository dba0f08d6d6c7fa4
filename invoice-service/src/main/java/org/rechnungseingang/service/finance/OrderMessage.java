package org.rechnungseingang.service.finance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.rechnungseingang.service.approval.NoTransfer;
import tools.jackson.databind.json.JsonMapper;

/**
 * An order as finance systems read it, over REST and in files.
 *
 * @param idempotencyKey names the order in a file; over REST a header does
 * @param transfer false: it is posted only, and no money is sent
 * @param noTransferReason why not: direct-debit, card, cash, other-means, nothing-to-pay, not-in-euro, no-sepa-account
 * @param amountCents what is to be transferred; 0 without a transfer
 * @param payableCents BT-115: what is posted
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record OrderMessage(
        Optional<String> idempotencyKey,
        String receiptNumber,
        String caseId,
        int round,
        Optional<String> invoiceNumber,
        Optional<LocalDate> issueDate,
        Optional<LocalDate> dueDate,
        PayeeMessage payee,
        boolean transfer,
        Optional<String> noTransferReason,
        long amountCents,
        long payableCents,
        String currency,
        String accountAssignment,
        String certifiedBy,
        String orderedBy,
        String originalSha256) {

    /** Who gets the money. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record PayeeMessage(Optional<String> name, Optional<String> iban) {}

    static OrderMessage forRest(PaymentOrder order) {
        return of(order, Optional.empty());
    }

    static OrderMessage forFile(PaymentOrder order) {
        return of(order, Optional.of(order.key()));
    }

    private static OrderMessage of(PaymentOrder order, Optional<String> key) {
        Payment payment = order.payment();
        return new OrderMessage(
                key,
                payment.receiptNumber(),
                payment.caseId().toString(),
                payment.round(),
                order.invoiceNumber(),
                order.issueDate(),
                order.dueDate(),
                new PayeeMessage(order.payee(), payment.iban()),
                payment.noTransfer().isEmpty(),
                payment.noTransfer().map(OrderMessage::word),
                payment.cents(),
                payment.payableCents(),
                payment.currency(),
                // Belongs to the account assignment (Kontierung), which nobody enters yet.
                "",
                String.join(", ", order.certifiedBy()),
                order.orderedBy().orElse(""),
                payment.document().hex());
    }

    byte[] json(JsonMapper mapper) {
        return mapper.writeValueAsBytes(this);
    }

    private static String word(NoTransfer reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
