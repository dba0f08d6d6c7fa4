package org.rechnungseingang.service.portal.office;

import static org.rechnungseingang.invoice.BusinessTerm.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rechnungseingang.invoice.CreditTransfer;
import org.rechnungseingang.invoice.DirectDebit;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.PaymentCard;
import org.rechnungseingang.invoice.PaymentInstructions;
import org.rechnungseingang.invoice.PaymentTerms;
import org.rechnungseingang.invoice.Skonto;
import org.rechnungseingang.invoice.ThirdPartyPayment;

/** Writes how and until when an invoice is to be paid. */
final class Payments {

    private final SheetWriter writer;

    Payments(SheetWriter writer) {
        this.writer = writer;
    }

    List<Sheet.Group> of(Invoice invoice) {
        List<Sheet.Group> groups = new ArrayList<>(terms(invoice));
        invoice.paymentInstructions().forEach(instructions -> groups.addAll(of(instructions)));
        invoice.thirdPartyPayments().forEach(payment -> groups.addAll(of(payment)));
        return groups;
    }

    private List<Sheet.Group> terms(Invoice invoice) {
        return writer.group(writer.wording().text("sheet.payment"), fields -> {
            fields.date(BT_9, invoice.dueDate());
            fields.text(BT_20, invoice.paymentTerms().map(PaymentTerms::text).map(String::strip));
            if (invoice.paymentInstructions().isEmpty()) {
                fields.found(BG_16, Optional.empty());
            }
            invoice.paymentTerms()
                    .map(PaymentTerms::skonti)
                    .orElse(List.of())
                    .forEach(skonto -> fields.plain(writer.wording().text("sheet.skonto"), written(skonto, invoice)));
        });
    }

    /** "2 % bis 27.11.2026: 90,54 €"; the days count from the issue date unless the invoice names another start. */
    private String written(Skonto skonto, Invoice invoice) {
        String percent = writer.notation().percent(skonto.percent());
        String until = invoice.issueDate()
                .map(issued -> writer.wording()
                        .text("sheet.skonto.until", percent, writer.notation().date(skonto.lastDay(issued))))
                .orElseGet(() -> writer.wording().text("sheet.skonto.days", percent, skonto.days()));
        return until
                + invoice.totals()
                        .due()
                        .map(due -> ": " + writer.money(skonto.discount(due)))
                        .orElse("");
    }

    private List<Sheet.Group> of(PaymentInstructions instructions) {
        List<CreditTransfer> transfers = instructions.creditTransfers();
        return writer.group(writer.wording().term(BG_16), fields -> {
            fields.code(BT_81, "means", instructions.meansCode())
                    .text(BT_82, instructions.meansText())
                    .text(BT_83, instructions.remittanceInformation());
            if (transfers.isEmpty()) {
                fields.found(BG_17, Optional.empty()).found(BT_84, Optional.empty());
            }
            transfers.forEach(transfer -> fields.text(BT_84, transfer.account().map(Payments::inFours))
                    .text(BT_85, transfer.accountName())
                    .text(BT_86, transfer.serviceProvider()));
            fields.text(BT_87, instructions.card().flatMap(PaymentCard::accountNumber))
                    .text(BT_88, instructions.card().flatMap(PaymentCard::holder))
                    .text(BT_89, instructions.directDebit().flatMap(DirectDebit::mandate))
                    .text(BT_90, instructions.directDebit().flatMap(DirectDebit::creditor))
                    .text(BT_91, instructions.directDebit().flatMap(DirectDebit::debitedAccount));
        });
    }

    private List<Sheet.Group> of(ThirdPartyPayment payment) {
        return writer.group(
                writer.wording().term(BG_DEX_09),
                fields -> fields.text(BT_DEX_001, payment.type())
                        .money(BT_DEX_002, payment.amount())
                        .text(BT_DEX_003, payment.description()));
    }

    /** An IBAN as it is read aloud. */
    static String inFours(String account) {
        return account.matches("[A-Z]{2}[0-9A-Z]{13,32}") ? account.replaceAll("(.{4})(?!$)", "$1 ") : account;
    }
}
