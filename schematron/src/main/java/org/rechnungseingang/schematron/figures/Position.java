package org.rechnungseingang.schematron.figures;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.InvoiceLine;
import org.rechnungseingang.invoice.Syntax;
import org.rechnungseingang.invoice.VatBreakdown;
import org.rechnungseingang.schematron.Explanation;
import org.rechnungseingang.schematron.Finding;

/** Which of several the place of a finding lies in. A path has numbers only where there are several of one name. */
final class Position {

    private static final Pattern LINE = Pattern.compile(
            "^/[^/]+/(?:[^/]+/)?(?:cac:InvoiceLine|cac:CreditNoteLine|ram:IncludedSupplyChainTradeLineItem)(?:\\[([0-9]+)\\])?(?:/.*)?$");
    private static final Pattern SUBTOTAL =
            Pattern.compile("^/[^/]+/cac:TaxTotal(?:\\[1\\])?/cac:TaxSubtotal(?:\\[([0-9]+)\\])?(?:/.*)?$");
    private static final Pattern TRADE_TAX = Pattern.compile(
            "^/[^/]+/[^/]+/ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax(?:\\[([0-9]+)\\])?(?:/.*)?$");

    /** A line and its place, from 1. */
    record Line(int number, InvoiceLine line) {

        /** {@code Position 2}, and the number its sender gave it if that is another. */
        Explanation name() {
            String own = line.identifier()
                    .filter(id -> !id.equals(Integer.toString(number)))
                    .map(id -> " (BT-126: " + Finding.shorten(id) + ")")
                    .orElse("");
            return new Explanation("Position " + number + own, "Line " + number + own);
        }
    }

    private Position() {}

    /** The line. Lines beneath lines are listed elsewhere in CII, and are no line of their own in a path of UBL. */
    static Optional<Line> line(Finding finding, Invoice invoice) {
        boolean nested = finding.location().contains("cac:Sub");
        boolean tree = invoice.syntax() == Syntax.CII
                && invoice.lines().stream().anyMatch(line -> !line.subLines().isEmpty());
        if (nested || tree) {
            return Optional.empty();
        }
        return number(LINE, finding)
                .filter(number -> number <= invoice.lines().size())
                .map(number -> new Line(number, invoice.lines().get(number - 1)));
    }

    /** The part of the VAT breakdown. */
    static Optional<VatBreakdown> vat(Finding finding, Invoice invoice) {
        List<VatBreakdown> all = invoice.vatBreakdown();
        return number(SUBTOTAL, finding)
                .or(() -> number(TRADE_TAX, finding))
                .filter(number -> number <= all.size())
                .map(number -> all.get(number - 1));
    }

    private static Optional<Integer> number(Pattern pattern, Finding finding) {
        Matcher matcher = pattern.matcher(finding.location());
        return matcher.matches()
                ? Optional.of(Optional.ofNullable(matcher.group(1))
                        .map(Integer::valueOf)
                        .filter(number -> number > 0)
                        .orElse(1))
                : Optional.empty();
    }
}
