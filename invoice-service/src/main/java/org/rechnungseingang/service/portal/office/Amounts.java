package org.rechnungseingang.service.portal.office;

import static org.rechnungseingang.invoice.BusinessTerm.*;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rechnungseingang.invoice.AllowanceCharge;
import org.rechnungseingang.invoice.BusinessTerm;
import org.rechnungseingang.invoice.DocumentTotals;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.VatBreakdown;

/** Writes the amounts of an invoice as they stand in it; nothing is added up here. */
final class Amounts {

    private final SheetWriter writer;

    Amounts(SheetWriter writer) {
        this.writer = writer;
    }

    List<Sheet.Group> totals(DocumentTotals totals) {
        return writer.sums(
                writer.wording().term(BG_22),
                sums -> sums.money(BT_106, totals.lineNetAmounts())
                        .money(BT_107, totals.allowances())
                        .money(BT_108, totals.charges())
                        .total(BT_109, totals.withoutVat())
                        .money(BT_110, totals.vat())
                        .money(BT_111, totals.vatInAccountingCurrency())
                        .total(BT_112, totals.withVat())
                        .money(BT_113, totals.paid())
                        .money(BT_114, totals.rounding())
                        .total(BT_115, totals.due()));
    }

    List<Sheet.Group> vat(List<VatBreakdown> breakdown) {
        return breakdown.stream()
                .flatMap(vat -> writer
                        .group(
                                vatTitle(vat),
                                fields -> fields.money(BT_116, vat.taxableAmount())
                                        .percent(BT_119, vat.rate())
                                        .money(BT_117, vat.taxAmount())
                                        .code(BT_118, "vat", vat.category())
                                        .text(BT_120, vat.exemptionReason())
                                        .text(BT_121, vat.exemptionReasonCode()))
                        .stream())
                .toList();
    }

    private String vatTitle(VatBreakdown vat) {
        String rate = vat.rate().map(writer.notation()::percent).orElse("");
        return (writer.wording().text("sheet.vat") + " " + rate).strip();
    }

    /** Allowances and charges of the whole invoice (BG-20, BG-21). */
    List<Sheet.Group> changes(Invoice invoice) {
        List<Sheet.Group> allowances = changes(invoice.allowances(), Terms.ALLOWANCE);
        List<Sheet.Group> charges = changes(invoice.charges(), Terms.CHARGE);
        return Stream.of(allowances, charges).flatMap(List::stream).toList();
    }

    private List<Sheet.Group> changes(List<AllowanceCharge> changes, Terms terms) {
        return IntStream.range(0, changes.size())
                .mapToObj(at -> change(changes.get(at), terms, changes.size() > 1 ? " " + (at + 1) : ""))
                .flatMap(List::stream)
                .toList();
    }

    private List<Sheet.Group> change(AllowanceCharge change, Terms terms, String number) {
        return writer.group(
                writer.wording().term(terms.group) + number,
                fields -> fields.text(terms.reason, change.reason())
                        .text(terms.reasonCode, change.reasonCode())
                        .money(terms.base, change.baseAmount())
                        .percent(terms.percentage, change.percentage())
                        .money(terms.amount, change.amount())
                        .text(terms.vat, vat(change)));
    }

    private Optional<String> vat(AllowanceCharge change) {
        Optional<String> rate = change.vatRate().map(writer.notation()::percent);
        return change.vatCategory()
                .map(code -> writer.wording().code("vat", code)
                        + rate.map(percent -> ", " + percent).orElse(""));
    }

    /** The numbers of the terms of BG-20 and BG-21. */
    private enum Terms {
        ALLOWANCE(BG_20, BT_97, BT_98, BT_93, BT_94, BT_92, BT_95),
        CHARGE(BG_21, BT_104, BT_105, BT_100, BT_101, BT_99, BT_102);

        private final BusinessTerm group;
        private final BusinessTerm reason;
        private final BusinessTerm reasonCode;
        private final BusinessTerm base;
        private final BusinessTerm percentage;
        private final BusinessTerm amount;
        private final BusinessTerm vat;

        Terms(
                BusinessTerm group,
                BusinessTerm reason,
                BusinessTerm reasonCode,
                BusinessTerm base,
                BusinessTerm percentage,
                BusinessTerm amount,
                BusinessTerm vat) {
            this.group = group;
            this.reason = reason;
            this.reasonCode = reasonCode;
            this.base = base;
            this.percentage = percentage;
            this.amount = amount;
            this.vat = vat;
        }
    }

    /** A quantity with its unit: "42 m²". */
    String quantity(Optional<BigDecimal> quantity, Optional<String> unit) {
        String figure = quantity.map(writer.notation()::figure).orElse("");
        String name = unit.map(code -> writer.wording().meant("unit", code)).orElse("");
        return (figure + "\u00a0" + name).strip();
    }
}
