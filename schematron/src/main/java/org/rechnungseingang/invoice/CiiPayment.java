package org.rechnungseingang.invoice;

import static org.rechnungseingang.invoice.BusinessTerm.BT_20;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where CII keeps the ways to pay and the payment terms. */
final class CiiPayment {

    private static final String TERMS = "ram:SpecifiedTradePaymentTerms";

    private static final Pattern DAYS = Pattern.compile("[0-9]{1,6}");

    private final Fields fields;
    private final Node settlement;

    CiiPayment(Fields fields, Node settlement) {
        this.fields = fields;
        this.settlement = settlement;
    }

    List<PaymentInstructions> instructions() {
        return PaymentInstructions.merged(
                settlement.all("ram:SpecifiedTradeSettlementPaymentMeans").as(this::instructions));
    }

    /** BT-20, and the discounts that are structured terms of their own. */
    Optional<PaymentTerms> terms() {
        Optional<String> text = settlement.first(TERMS + "/ram:Description").map(Node::text);
        List<Skonto> structured = settlement
                .all(TERMS + "/ram:ApplicableTradePaymentDiscountTerms")
                .asFar(this::skonto);
        return text.isEmpty() && structured.isEmpty()
                ? Optional.empty()
                : Optional.of(PaymentTerms.of(text.orElse(""), structured));
    }

    private PaymentInstructions instructions(Node means) {
        return new PaymentInstructions(
                means.value("ram:TypeCode"), // BT-81
                means.value("ram:Information"), // BT-82
                settlement.value("ram:PaymentReference"), // BT-83
                creditTransfer(means).stream().toList(), // BG-17
                means.at("ram:ApplicableTradeSettlementFinancialCard").as(CiiPayment::card), // BG-18
                directDebit(means)); // BG-19
    }

    private static Optional<CreditTransfer> creditTransfer(Node means) {
        Node account = means.at("ram:PayeePartyCreditorFinancialAccount");
        return account.as(node -> new CreditTransfer(
                node.value("ram:IBANID").or(() -> node.value("ram:ProprietaryID")), // BT-84
                node.value("ram:AccountName"), // BT-85
                means.value("ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID"))); // BT-86
    }

    private static PaymentCard card(Node card) {
        return new PaymentCard(
                card.value("ram:ID"), // BT-87
                card.value("ram:CardholderName")); // BT-88
    }

    /** The parts of BG-19 lie apart; one of them is enough to make a direct debit. */
    private Optional<DirectDebit> directDebit(Node means) {
        Optional<String> mandate = settlement.value(TERMS + "/ram:DirectDebitMandateID");
        Optional<String> creditor = settlement.value("ram:CreditorReferenceID");
        Optional<String> account = means.value("ram:PayerPartyDebtorFinancialAccount/ram:IBANID");
        return mandate.or(() -> creditor).or(() -> account).map(any -> new DirectDebit(mandate, creditor, account));
    }

    /** Discount terms by a number of days; what cannot be read as such is noted with BT-20. */
    private Optional<Skonto> skonto(Node node) {
        Optional<Integer> days = days(node.at("ram:BasisPeriodMeasure"));
        Optional<BigDecimal> amount = fields.number(BT_20, node, "ram:ActualDiscountAmount");
        Optional<BigDecimal> percent =
                fields.number(BT_20, node, "ram:CalculationPercent").or(() -> amount.map(any -> BigDecimal.ZERO));
        if (days.isEmpty() || percent.isEmpty()) {
            return fields.note(BT_20, node);
        }
        return Optional.of(new Skonto(
                days.get(),
                percent.get(),
                fields.number(BT_20, node, "ram:BasisAmount"),
                fields.basicDate(BT_20, node, "ram:BasisDateTime/udt:DateTimeString"),
                amount));
    }

    private static Optional<Integer> days(Node period) {
        boolean inDays = period.attribute("unitCode").filter("DAY"::equals).isPresent();
        String text = period.text().strip();
        return inDays && DAYS.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
