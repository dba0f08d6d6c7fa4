package org.rechnungseingang.invoice;

import java.util.List;
import java.util.Optional;

/** Where UBL keeps the ways to pay: one {@code cac:PaymentMeans} an account. */
final class UblPayment {

    private UblPayment() {}

    static List<PaymentInstructions> instructions(Node root) {
        Optional<String> creditor = UblParties.creditor(root.at("cac:PayeeParty"))
                .or(() -> UblParties.creditor(root.at("cac:AccountingSupplierParty/cac:Party")));
        return PaymentInstructions.merged(root.all("cac:PaymentMeans").as(means -> instructions(means, creditor)));
    }

    private static PaymentInstructions instructions(Node means, Optional<String> creditor) {
        return new PaymentInstructions(
                means.value("cbc:PaymentMeansCode"), // BT-81
                means.at("cbc:PaymentMeansCode").attribute("name"), // BT-82
                means.value("cbc:PaymentID"), // BT-83
                means.at("cac:PayeeFinancialAccount").as(UblPayment::creditTransfer).stream()
                        .toList(), // BG-17
                means.at("cac:CardAccount").as(UblPayment::card), // BG-18
                means.at("cac:PaymentMandate").as(mandate -> directDebit(mandate, creditor))); // BG-19
    }

    private static CreditTransfer creditTransfer(Node account) {
        return new CreditTransfer(
                account.value("cbc:ID"), // BT-84
                account.value("cbc:Name"), // BT-85
                account.value("cac:FinancialInstitutionBranch/cbc:ID")); // BT-86
    }

    private static PaymentCard card(Node card) {
        return new PaymentCard(
                card.value("cbc:PrimaryAccountNumberID"), // BT-87
                card.value("cbc:HolderName")); // BT-88
    }

    private static DirectDebit directDebit(Node mandate, Optional<String> creditor) {
        return new DirectDebit(
                mandate.value("cbc:ID"), // BT-89
                creditor, // BT-90
                mandate.value("cac:PayerFinancialAccount/cbc:ID")); // BT-91
    }
}
