package org.rechnungseingang.schematron.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rechnungseingang.invoice.AllowanceCharge;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.InvoiceLine;
import org.rechnungseingang.invoice.Money;
import org.rechnungseingang.invoice.Syntax;
import org.rechnungseingang.invoice.VatBreakdown;
import org.rechnungseingang.schematron.Explanation;
import org.rechnungseingang.schematron.Finding;

/** One category of the VAT breakdown: its base (BR-*-08) and its tax (BR-*-09, BR-CO-17) as the rules reckon them. */
final class VatFigures {

    /** Standard rate, Canary Islands, Ceuta and Melilla: these stand in the breakdown once a rate. */
    private static final Set<String> BY_RATE = Set.of("S", "L", "M");

    private final Invoice invoice;
    private final String category;
    private final BigDecimal rate;
    private final Money base;
    private final Money tax;

    private VatFigures(Invoice invoice, String category, BigDecimal rate, Money base, Money tax) {
        this.invoice = invoice;
        this.category = category;
        this.rate = rate;
        this.base = base;
        this.tax = tax;
    }

    static Optional<Explanation> of(Finding finding, Invoice invoice) {
        return Position.vat(finding, invoice)
                .flatMap(breakdown -> of(invoice, breakdown))
                .flatMap(figures -> figures.of(finding.rule()));
    }

    private static Optional<VatFigures> of(Invoice invoice, VatBreakdown breakdown) {
        return breakdown
                .category()
                .flatMap(category -> breakdown
                        .taxableAmount()
                        .flatMap(base -> breakdown
                                .taxAmount()
                                .filter(tax -> tax.currency().equals(base.currency()))
                                .map(tax -> new VatFigures(
                                        invoice, category, breakdown.rate().orElse(BigDecimal.ZERO), base, tax))));
    }

    private Optional<Explanation> of(String rule) {
        if (rule.endsWith("-08")) {
            return base();
        }
        return rule.endsWith("-09") && !BY_RATE.contains(category) ? noTax() : tax();
    }

    private Optional<Explanation> noTax() {
        Explanation how = Sentence.of(
                "In der Kategorie %s fällt keine Steuer an, also",
                "There is no tax in category %s, that is", Figure.text(category));
        return Sentence.compare(how, BigDecimal.ZERO, tax.currency(), "BT-117", Optional.of(tax));
    }

    private Optional<Explanation> tax() {
        // The rules compare without signs and let go what is less than one unit off.
        BigDecimal expected = Figure.toCents(base.amount().abs().multiply(rate).movePointLeft(2));
        if (BY_RATE.contains(category)
                && tax.amount().abs().subtract(expected).abs().compareTo(BigDecimal.ONE) < 0) {
            return Optional.empty();
        }
        Explanation how = Sentence.of(
                "%s %% von %s (BT-116) sind",
                "%s%% of %s (BT-116) is", Figure.number(rate), Figure.money(base.amount(), base.currency()));
        BigDecimal signed = base.signum() < 0 ? expected.negate() : expected;
        boolean onlySign = tax.amount().abs().compareTo(expected) == 0;
        return onlySign ? Optional.empty() : Sentence.compare(how, signed, base.currency(), "BT-117", Optional.of(tax));
    }

    private Optional<Explanation> base() {
        List<Money> lines = lines();
        List<Money> charges = amounts(invoice.charges());
        List<Money> allowances = amounts(invoice.allowances());
        if (Stream.of(lines, charges, allowances)
                .anyMatch(amounts -> SumFigures.mixed(base.currency(), amounts.stream()))) {
            return Optional.empty();
        }
        BigDecimal expected = sum(lines).add(sum(charges)).subtract(sum(allowances));
        Figure all = Figure.amount(sum(lines));
        boolean plain = charges.isEmpty() && allowances.isEmpty();
        Explanation how = plain
                ? Sentence.of("Die Positionen mit %s ergeben", "The lines with %s add up to", kind())
                : Sentence.of(
                        "Die Positionen mit %s, dazu die Zuschläge, ohne die Nachlässe: %s + %s \u2212 %s =",
                        "The lines with %s, with charges, less allowances: %s + %s \u2212 %s =",
                        kind(),
                        all,
                        Figure.amount(sum(charges)),
                        Figure.amount(sum(allowances)));
        return Sentence.compare(how, expected, base.currency(), "BT-116", Optional.of(base));
    }

    private Figure kind() {
        return locale ->
                BY_RATE.contains(category) ? Figure.number(rate).in(locale) + " % (" + category + ")" : category;
    }

    private List<Money> lines() {
        Stream<InvoiceLine> lines = invoice.lines().stream();
        return (invoice.syntax() == Syntax.CII ? lines.flatMap(SumFigures::withSubLines) : lines)
                .filter(line -> counts(line.vatCategory(), line.vatRate()))
                .flatMap(line -> line.netAmount().stream())
                .toList();
    }

    private List<Money> amounts(List<AllowanceCharge> list) {
        return list.stream()
                .filter(entry -> counts(entry.vatCategory(), entry.vatRate()))
                .flatMap(entry -> entry.amount().stream())
                .toList();
    }

    private boolean counts(Optional<String> ofCategory, Optional<BigDecimal> atRate) {
        return ofCategory.filter(category::equals).isPresent()
                && (!BY_RATE.contains(category)
                        || atRate.filter(other -> other.compareTo(rate) == 0).isPresent());
    }

    /** CII rounds each sum, UBL none. */
    private BigDecimal sum(List<Money> amounts) {
        BigDecimal sum = amounts.stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return invoice.syntax() == Syntax.CII ? Figure.toCents(sum) : sum;
    }
}
