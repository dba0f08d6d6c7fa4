package org.rechnungseingang.schematron.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rechnungseingang.invoice.AllowanceCharge;
import org.rechnungseingang.invoice.DocumentTotals;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.InvoiceLine;
import org.rechnungseingang.invoice.Money;
import org.rechnungseingang.invoice.Syntax;
import org.rechnungseingang.invoice.ThirdPartyPayment;
import org.rechnungseingang.invoice.VatBreakdown;
import org.rechnungseingang.schematron.Explanation;
import org.rechnungseingang.schematron.Finding;

/** The sums of the document (BR-CO-10 to BR-CO-16, BR-DEX-09) as the rules reckon them. */
final class SumFigures {

    private static final String MINUS = "\u2212";

    /** An amount that goes into another. */
    private record Part(String sign, String term, Optional<Money> amount) {

        BigDecimal value() {
            BigDecimal value = amount.map(Money::amount).orElse(BigDecimal.ZERO);
            return sign.equals(MINUS) ? value.negate() : value;
        }
    }

    private final Invoice invoice;
    private final DocumentTotals totals;

    private SumFigures(Invoice invoice) {
        this.invoice = invoice;
        this.totals = invoice.totals();
    }

    static Optional<Explanation> of(Finding finding, Invoice invoice) {
        return new SumFigures(invoice).of(finding);
    }

    private Optional<Explanation> of(Finding finding) {
        return switch (finding.rule()) {
            case "BR-CO-10" -> sum("Positionen", "line amounts", "BT-131", lines(), "BT-106", totals.lineNetAmounts());
            case "BR-CO-11" ->
                sum("Nachlässe", "allowances", "BT-92", amounts(invoice.allowances()), "BT-107", totals.allowances());
            case "BR-CO-12" ->
                sum("Zuschläge", "charges", "BT-99", amounts(invoice.charges()), "BT-108", totals.charges());
            case "BR-CO-13" -> withoutVat();
            case "BR-CO-14" -> vat(finding);
            case "BR-CO-15" ->
                formula(
                        "BT-112",
                        totals.withVat(),
                        true,
                        new Part("+", "BT-109", totals.withoutVat()),
                        new Part("+", "BT-110", totals.vat()));
            case "BR-CO-16", "BR-DEX-09" -> due(finding.rule().equals("BR-DEX-09"));
            default -> Optional.empty();
        };
    }

    private Optional<Explanation> withoutVat() {
        boolean plain = totals.allowances().isEmpty() && totals.charges().isEmpty();
        return formula(
                "BT-109",
                totals.withoutVat(),
                !plain || !isUbl(),
                new Part("+", "BT-106", totals.lineNetAmounts()),
                new Part(MINUS, "BT-107", totals.allowances()),
                new Part("+", "BT-108", totals.charges()));
    }

    private Optional<Explanation> due(boolean withThirdParties) {
        boolean plain = totals.paid().isEmpty() && totals.rounding().isEmpty();
        List<Money> forOthers = withThirdParties
                ? invoice.thirdPartyPayments().stream()
                        .map(ThirdPartyPayment::amount)
                        .flatMap(Optional::stream)
                        .toList()
                : List.of();
        // The rule rounds the one side without BT-114; cents come out the same.
        return formula(
                "BT-115",
                totals.due(),
                isUbl() && !plain || withThirdParties,
                new Part("+", "BT-112", totals.withVat()),
                new Part(MINUS, "BT-113", totals.paid()),
                new Part("+", "BT-114", totals.rounding()),
                new Part(
                        "+",
                        "BT-DEX-002",
                        forOthers.stream()
                                .reduce((a, b) -> b.currency().equals(a.currency())
                                        ? a.plus(b)
                                        : Money.of(a.amount(), Money.NO_CURRENCY))));
    }

    /** The tax of all categories; UBL may state it twice, in two currencies. */
    private Optional<Explanation> vat(Finding finding) {
        if (finding.location().matches(".*cac:TaxTotal\\[(?!1\\]).*")) {
            return Optional.empty();
        }
        List<Optional<Money>> taxes =
                invoice.vatBreakdown().stream().map(VatBreakdown::taxAmount).toList();
        return sum("Steuerbeträge", "tax amounts", "BT-117", taxes, "BT-110", totals.vat());
    }

    private Optional<Explanation> sum(
            String german,
            String english,
            String partTerm,
            List<Optional<Money>> parts,
            String term,
            Optional<Money> found) {
        List<Money> amounts = parts.stream().flatMap(Optional::stream).toList();
        String currency = currency(found);
        if (mixed(currency, amounts.stream()) || mixed(currency, found.stream())) {
            return Optional.empty();
        }
        BigDecimal sum = amounts.stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        Explanation how = new Explanation(
                "Die " + german + " (" + partTerm + ") ergeben zusammen",
                "The " + english + " (" + partTerm + ") add up to");
        return Sentence.compare(how, Figure.toCents(sum), currency, term, found);
    }

    private Optional<Explanation> formula(String term, Optional<Money> found, boolean rounded, Part... all) {
        List<Part> parts =
                Stream.of(all).filter(part -> part.amount().isPresent()).toList();
        String currency = currency(found);
        boolean complete = all[0].amount().isPresent();
        if (!complete
                || mixed(currency, found.stream())
                || mixed(currency, parts.stream().flatMap(part -> part.amount().stream()))) {
            return Optional.empty();
        }
        BigDecimal sum = parts.stream().map(Part::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Sentence.compare(how(term, parts), rounded ? Figure.toCents(sum) : sum, currency, term, found);
    }

    private static Explanation how(String term, List<Part> parts) {
        String first = parts.get(0).term();
        if (parts.size() == 1) {
            return Sentence.of("%s muss gleich %s sein, also", "%s must equal %s, that is", t(term), t(first));
        }
        String terms = chain(parts, Part::term);
        Figure figures = locale -> chain(
                parts,
                part -> Figure.amount(part.amount().orElseThrow().amount()).in(locale));
        return Sentence.of("%s ist %s =", "%s is %s =", t(terms), figures);
    }

    private static String chain(List<Part> parts, Function<Part, String> text) {
        return parts.stream()
                .map(part -> (part == parts.get(0) ? "" : " " + part.sign() + " ") + text.apply(part))
                .collect(Collectors.joining());
    }

    private static Figure t(String text) {
        return Figure.text(text);
    }

    /** UBL names the lines beneath a line differently, CII does not: there the rule adds them all. */
    private List<Optional<Money>> lines() {
        Stream<InvoiceLine> lines = invoice.lines().stream();
        return (isUbl() ? lines : lines.flatMap(SumFigures::withSubLines))
                .map(InvoiceLine::netAmount)
                .toList();
    }

    static Stream<InvoiceLine> withSubLines(InvoiceLine line) {
        return Stream.concat(Stream.of(line), line.subLines().stream().flatMap(SumFigures::withSubLines));
    }

    private static List<Optional<Money>> amounts(List<AllowanceCharge> list) {
        return list.stream().map(AllowanceCharge::amount).toList();
    }

    private boolean isUbl() {
        return invoice.syntax() != Syntax.CII;
    }

    private String currency(Optional<Money> found) {
        return found.map(Money::currency).or(invoice::currency).orElse(Money.NO_CURRENCY);
    }

    // The rules add across currencies; a sentence would have to say of what.
    static boolean mixed(String currency, Stream<Money> amounts) {
        return amounts.anyMatch(money -> !money.currency().equals(currency));
    }
}
