package org.rechnungseingang.schematron.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rechnungseingang.invoice.AllowanceCharge;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.InvoiceLine;
import org.rechnungseingang.invoice.Money;
import org.rechnungseingang.invoice.Price;
import org.rechnungseingang.schematron.Explanation;
import org.rechnungseingang.schematron.Finding;

/** What is reckoned within a line or an allowance (PEPPOL-EN16931-R040, R046, R120, R121). */
final class LineFigures {

    /** Saxon divides decimals to at least so many places. */
    private static final int DECIMALS = 18;

    private static final String MINUS = "\u2212";

    private LineFigures() {}

    static Optional<Explanation> of(Finding finding, Invoice invoice) {
        if (finding.rule().endsWith("R040")) {
            return percentage(finding, invoice);
        }
        return Position.line(finding, invoice).flatMap(position -> switch (finding.rule()) {
            case "PEPPOL-EN16931-R120" -> amount(position, slack(invoice));
            case "PEPPOL-EN16931-R121" -> baseQuantity(position);
            default -> price(position);
        });
    }

    private static BigDecimal slack(Invoice invoice) {
        return new BigDecimal(invoice.currency().filter("HUF"::equals).isPresent() ? "0.5" : "0.02");
    }

    private static Optional<Explanation> amount(Position.Line position, BigDecimal slack) {
        InvoiceLine line = position.line();
        Optional<Money> found = line.netAmount();
        BigDecimal quantity = line.quantity().orElse(BigDecimal.ONE);
        BigDecimal base = line.price().baseQuantity().orElse(BigDecimal.ONE);
        Optional<Money> price = line.price().net();
        if (found.isEmpty() || price.isEmpty() || base.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal charges = sum(line.charges());
        BigDecimal allowances = sum(line.allowances());
        BigDecimal exact = quantity.multiply(price.get().amount())
                .divide(base, DECIMALS, RoundingMode.HALF_EVEN)
                .add(charges)
                .subtract(allowances);
        if (found.get().amount().subtract(exact).abs().compareTo(slack) <= 0) {
            return Optional.empty();
        }
        BigDecimal expected = Figure.toCents(exact);
        Figure product = locale -> Figure.number(quantity).in(locale) + " × "
                + Figure.amount(price.get().amount()).in(locale)
                + (base.compareTo(BigDecimal.ONE) == 0
                        ? ""
                        : " ÷ " + Figure.number(base).in(locale))
                + term(" + ", charges).in(locale)
                + term(" " + MINUS + " ", allowances).in(locale)
                + (expected.compareTo(exact) == 0 ? " =" : " ≈");
        return Sentence.compare(named(position, product), expected, found.get().currency(), "BT-131", found);
    }

    private static Figure term(String sign, BigDecimal amount) {
        return amount.signum() == 0
                ? Figure.text("")
                : locale -> sign + Figure.amount(amount).in(locale);
    }

    private static BigDecimal sum(List<AllowanceCharge> list) {
        return Figure.toCents(list.stream()
                .flatMap(entry -> entry.amount().stream())
                .map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static Optional<Explanation> baseQuantity(Position.Line position) {
        return position.line()
                .price()
                .baseQuantity()
                .filter(base -> base.signum() <= 0)
                .map(base -> Sentence.join(
                        named(position, Figure.text("")),
                        Sentence.of(
                                "In BT-149 steht %s; der Preis muss sich auf eine Menge über 0 beziehen.",
                                "BT-149 says %s; a price must be for a quantity above 0.", Figure.number(base))));
    }

    private static Optional<Explanation> price(Position.Line position) {
        Price price = position.line().price();
        if (price.net().isEmpty() || price.gross().isEmpty()) {
            return Optional.empty();
        }
        BigDecimal gross = price.gross().get().amount();
        BigDecimal discount = price.discount().map(Money::amount).orElse(BigDecimal.ZERO);
        Figure figures = locale ->
                "BT-148 " + MINUS + " BT-147 = " + Figure.amount(gross).in(locale) + " " + MINUS + " "
                        + Figure.amount(discount).in(locale) + " =";
        String currency = price.net().get().currency();
        return Sentence.compare(named(position, figures), gross.subtract(discount), currency, "BT-146", price.net());
    }

    private static Explanation named(Position.Line position, Figure figure) {
        Explanation name = position.name();
        String rest = ":%s";
        Figure spaced = locale -> figure.in(locale).isEmpty() ? "" : " " + figure.in(locale);
        return Sentence.of(
                name.german().replace("%", "%%") + rest, name.english().replace("%", "%%") + rest, spaced);
    }

    /** Percent of a base; the place tells the line, but not which of several, so it must be the only wrong one there. */
    private static Optional<Explanation> percentage(Finding finding, Invoice invoice) {
        BigDecimal slack = slack(invoice);
        Optional<InvoiceLine> line = Position.line(finding, invoice).map(Position.Line::line);
        List<Explanation> wrong = Stream.concat(
                        percentages(
                                line.map(InvoiceLine::allowances).orElse(invoice.allowances()),
                                line.isPresent() ? "BT-136" : "BT-92",
                                slack),
                        percentages(
                                line.map(InvoiceLine::charges).orElse(invoice.charges()),
                                line.isPresent() ? "BT-141" : "BT-99",
                                slack))
                .toList();
        return wrong.size() == 1 ? Optional.of(wrong.get(0)) : Optional.empty();
    }

    private static Stream<Explanation> percentages(List<AllowanceCharge> list, String term, BigDecimal slack) {
        return list.stream().flatMap(entry -> percentage(entry, term, slack).stream());
    }

    private static Optional<Explanation> percentage(AllowanceCharge entry, String term, BigDecimal slack) {
        if (entry.percentage().isEmpty() || entry.baseAmount().isEmpty()) {
            return Optional.empty();
        }
        Money base = entry.baseAmount().get();
        BigDecimal exact = base.amount().multiply(entry.percentage().get()).movePointLeft(2);
        BigDecimal found = entry.amount().map(Money::amount).orElse(BigDecimal.ZERO);
        if (found.subtract(exact).abs().compareTo(slack) <= 0) {
            return Optional.empty();
        }
        Explanation how = Sentence.of(
                "%s %% von %s sind",
                "%s%% of %s is", Figure.number(entry.percentage().get()), Figure.money(base.amount(), base.currency()));
        return Sentence.compare(how, Figure.toCents(exact), base.currency(), term, entry.amount());
    }
}
