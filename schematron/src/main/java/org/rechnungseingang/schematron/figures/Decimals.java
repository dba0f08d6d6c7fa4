package org.rechnungseingang.schematron.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rechnungseingang.invoice.AllowanceCharge;
import org.rechnungseingang.invoice.DocumentTotals;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.InvoiceLine;
import org.rechnungseingang.invoice.Money;
import org.rechnungseingang.invoice.VatBreakdown;
import org.rechnungseingang.schematron.Explanation;
import org.rechnungseingang.schematron.Finding;

/** Amounts of more than two decimals (BR-DEC-*): those that are. */
final class Decimals {

    private static final int MOST = 2;
    private static final int SHOWN = 5;

    private Decimals() {}

    static Optional<Explanation> of(Finding finding, Invoice invoice) {
        return finding.terms().stream()
                .map(term -> explain(term, amounts(term, finding, invoice)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Explanation> explain(String term, Stream<Optional<Money>> amounts) {
        List<BigDecimal> wrong = amounts.flatMap(Optional::stream)
                .map(Money::amount)
                .filter(amount -> amount.scale() > MOST)
                .toList();
        if (wrong.isEmpty()) {
            return Optional.empty();
        }
        Figure figures = locale -> String.join(
                "; ",
                wrong.stream()
                        .limit(SHOWN)
                        .map(amount -> Figure.written(amount).in(locale))
                        .toList());
        return Optional.of(Sentence.of(
                "In %s steht %s; mehr als zwei Nachkommastellen sind nicht erlaubt.",
                "%s says %s; no more than two decimals are allowed.", Figure.text(term), figures));
    }

    private static Stream<Optional<Money>> amounts(String term, Finding finding, Invoice invoice) {
        return switch (term) {
            case "BT-92" -> invoice.allowances().stream().map(AllowanceCharge::amount);
            case "BT-93" -> invoice.allowances().stream().map(AllowanceCharge::baseAmount);
            case "BT-99" -> invoice.charges().stream().map(AllowanceCharge::amount);
            case "BT-100" -> invoice.charges().stream().map(AllowanceCharge::baseAmount);
            case "BT-116" -> Position.vat(finding, invoice).stream().map(VatBreakdown::taxableAmount);
            case "BT-117" -> Position.vat(finding, invoice).stream().map(VatBreakdown::taxAmount);
            case "BT-131", "BT-136", "BT-137", "BT-141", "BT-142" ->
                Position.line(finding, invoice).stream().flatMap(position -> ofLine(term, position.line()));
            default -> Stream.of(total(term, invoice.totals()));
        };
    }

    private static Stream<Optional<Money>> ofLine(String term, InvoiceLine line) {
        return switch (term) {
            case "BT-136" -> line.allowances().stream().map(AllowanceCharge::amount);
            case "BT-137" -> line.allowances().stream().map(AllowanceCharge::baseAmount);
            case "BT-141" -> line.charges().stream().map(AllowanceCharge::amount);
            case "BT-142" -> line.charges().stream().map(AllowanceCharge::baseAmount);
            default -> Stream.of(line.netAmount());
        };
    }

    private static Optional<Money> total(String term, DocumentTotals totals) {
        return switch (term) {
            case "BT-106" -> totals.lineNetAmounts();
            case "BT-107" -> totals.allowances();
            case "BT-108" -> totals.charges();
            case "BT-109" -> totals.withoutVat();
            case "BT-110" -> totals.vat();
            case "BT-111" -> totals.vatInAccountingCurrency();
            case "BT-112" -> totals.withVat();
            case "BT-113" -> totals.paid();
            case "BT-114" -> totals.rounding();
            case "BT-115" -> totals.due();
            default -> Optional.empty();
        };
    }
}
