package org.rechnungseingang.samples.finance;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** An order to pay, as {@code finance-system.yaml} describes it. */
record PaymentOrder(
        @JsonProperty(required = true) String receiptNumber,
        @JsonProperty(required = true) String caseId,
        @JsonProperty(required = true) int round,
        @JsonProperty(required = true) String invoiceNumber,
        @JsonProperty(required = true) LocalDate issueDate,
        @JsonProperty(required = true) Payee payee,
        Optional<Boolean> transfer,
        Optional<String> noTransferReason,
        @JsonProperty(required = true) long amountCents,
        Optional<Long> payableCents,
        @JsonProperty(required = true) String currency,
        Optional<LocalDate> dueDate,
        Optional<List<Discount>> discounts,
        @JsonProperty(required = true) String accountAssignment,
        @JsonProperty(required = true) String certifiedBy,
        @JsonProperty(required = true) String orderedBy,
        @JsonProperty(required = true) String originalSha256) {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Set<String> COLLECTED = Set.of("direct-debit", "card", "cash");

    PaymentOrder {
        check(round >= 1, "round must be 1 or more");
        check(CURRENCY.matcher(currency).matches(), "currency must be three capital letters");
        if (transfer.orElse(true)) {
            check(amountCents >= 1, "amountCents must be 1 or more");
            check(currency.equals("EUR"), "currency must be EUR");
            check(payee.iban().isPresent(), "payee.iban is missing");
            check(noTransferReason.isEmpty(), "noTransferReason is for orders without a transfer");
        } else {
            check(amountCents == 0, "amountCents must be 0 without a transfer");
            check(noTransferReason.isPresent(), "noTransferReason is missing");
        }
        check(SHA256.matcher(originalSha256).matches(), "originalSha256 must be 64 small hexadecimal digits");
        for (String text : List.of(receiptNumber, caseId, invoiceNumber, certifiedBy, orderedBy)) {
            check(!text.isBlank(), "no text but accountAssignment may be empty");
        }
    }

    /** Whether money leaves the town: it is transferred, or the payee gets it himself. */
    boolean isPaid() {
        return noTransferReason.map(COLLECTED::contains).orElse(true);
    }

    private static void check(boolean fits, String otherwise) {
        if (!fits) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** Who gets the money. */
    record Payee(@JsonProperty(required = true) String name, Optional<String> iban, Optional<String> bic) {

        private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");

        Payee {
            check(!name.isBlank(), "payee.name must not be empty");
            check(
                    iban.map(text -> IBAN.matcher(text).matches()).orElse(true),
                    "payee.iban must be an IBAN without spaces");
        }
    }

    /** Less to pay when paid until a day. */
    record Discount(
            @JsonProperty(required = true) LocalDate until,
            @JsonProperty(required = true) long amountCents) {}
}
