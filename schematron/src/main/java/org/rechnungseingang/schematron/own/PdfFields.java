package org.rechnungseingang.schematron.own;

import static org.rechnungseingang.invoice.BusinessTerm.BT_1;
import static org.rechnungseingang.invoice.BusinessTerm.BT_115;
import static org.rechnungseingang.invoice.BusinessTerm.BT_2;
import static org.rechnungseingang.invoice.BusinessTerm.BT_84;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rechnungseingang.invoice.BusinessTerm;
import org.rechnungseingang.invoice.CreditTransfer;
import org.rechnungseingang.invoice.Iban;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.Money;
import org.rechnungseingang.schematron.own.PdfComparison.Agreement;
import org.rechnungseingang.schematron.own.PdfComparison.Compared;
import org.rechnungseingang.schematron.own.PdfText.Candidate;

/**
 * Looks for the fields of an e-invoice on the pages around it. A label makes a text a field; without one, the same text
 * anywhere is good enough to agree, and no other text good enough to deviate.
 */
final class PdfFields {

    /** Shorter numbers stand on every page. */
    private static final int SHORTEST_NUMBER = 4;

    private static final int LONGEST_NUMBER = 100;

    private static final BigDecimal ROUNDING = new BigDecimal("0.05");

    private static final Pattern NUMBER = Pattern.compile(
            "(?i)(?<!\\p{L})(?:(?:rechnungs?|beleg|gutschrifts?|invoice|credit note)[ -]?(?:nummer|nr\\.?|number|no\\.?|#)"
                    + "|rechnung|gutschrift|invoice)[ :.#]{0,4}([\\p{L}\\d][\\p{L}\\d./_-]{0,100})");

    private static final Pattern ISSUED = Pattern.compile("(?i)(?:rechnungsdatum|ausstellungsdatum|belegdatum"
            + "|rechnung vom|invoice date|date of issue|issue date|date of invoice)[ :]{0,3}");
    private static final Pattern DATE = Pattern.compile("(?i)(?<!\\p{L})(?:datum|date)(?!\\p{L})[ :]{0,3}");

    private static final Pattern PAYABLE = Pattern.compile("(?i)(?:zu zahlen|zahlbetrag|zahlungsbetrag|zu überweisen"
            + "|überweisungsbetrag|offener betrag|fälliger betrag|amount due|total due|balance due|amount payable"
            + "|payable amount|amount to pay)");
    private static final Pattern TOTAL =
            Pattern.compile("(?i)(?:rechnungsbetrag|rechnungssumme|gesamtbetrag|gesamtsumme"
                    + "|endbetrag|endsumme|bruttobetrag|invoice total|grand total|total amount)");
    /** What stands in such a line is a part of the sum, or the sum of something else. */
    private static final Pattern NOT_THE_SUM = Pattern.compile("(?i)skonto|abz[uü]g|discount|\\brate\\b|teilbetrag"
            + "|anzahlung|netto|\\bnet\\b|ohne |excl|zzgl|bereits|already");

    private static final int NEAR = 40;

    private final PdfText text;

    PdfFields(PdfText text) {
        this.text = text;
    }

    Compared number(String number) {
        String plain = PdfText.plain(number);
        List<String> labelled =
                text.linesWith(NUMBER).stream().flatMap(PdfFields::tokens).toList();
        if (plain.length() > LONGEST_NUMBER) {
            return not(BT_1, number);
        }
        boolean same = plain.length() >= SHORTEST_NUMBER
                ? text.contains(plain)
                : labelled.stream().anyMatch(plain::equalsIgnoreCase);
        if (same) {
            return equal(BT_1, number);
        }
        return labelled.stream()
                .filter(PdfFields::isNumber)
                .findFirst()
                .map(other -> deviating(BT_1, number, other))
                .orElseGet(() -> not(BT_1, number));
    }

    private static Stream<String> tokens(String line) {
        return NUMBER.matcher(line).results().map(found -> found.group(1).replaceAll("[./_-]+$", ""));
    }

    private static boolean isNumber(String token) {
        return token.length() >= SHORTEST_NUMBER
                && token.chars().anyMatch(Character::isDigit)
                && PdfText.dates(token).isEmpty()
                && PdfText.amounts(token).isEmpty();
    }

    Compared date(LocalDate date) {
        List<Candidate<LocalDate>> issued = text.after(ISSUED, NEAR).stream()
                .flatMap(line -> PdfText.dates(line).stream().limit(1))
                .toList();
        Predicate<Candidate<LocalDate>> same = candidate -> candidate.readings().contains(date);
        List<Candidate<LocalDate>> decisive = issued.isEmpty() ? text.dates() : issued;
        if (decisive.stream().anyMatch(same)) {
            return equal(BT_2, date.toString());
        }
        Stream<Candidate<LocalDate>> labelled =
                issued.isEmpty() ? text.after(DATE, NEAR).stream().flatMap(PdfFields::dateInFront) : issued.stream();
        return labelled.findFirst()
                .map(other -> deviating(BT_2, date.toString(), other.text()))
                .orElseGet(() -> not(BT_2, date.toString()));
    }

    /** "Datum 5.11.2026" is the invoice's, "Datum der Lieferung: 5.11.2026" is not. */
    private static Stream<Candidate<LocalDate>> dateInFront(String line) {
        return PdfText.dates(line).stream().filter(date -> line.startsWith(date.text()));
    }

    Compared total(Money due, Invoice invoice) {
        boolean credit = isCredit(invoice);
        BigDecimal sum = credit ? due.amount().abs() : due.amount();
        List<Amount> payable = amounts(PAYABLE, credit);
        List<Amount> decisive = payable.isEmpty() ? all(text.amounts(), credit).toList() : payable;
        if (decisive.stream().anyMatch(amount -> amount.is(sum))) {
            return equal(BT_115, due.toString());
        }
        List<Amount> labelled = payable.isEmpty()
                ? amounts(TOTAL, credit).stream()
                        .filter(amount -> others(invoice, credit).noneMatch(amount::is))
                        .toList()
                : payable;
        return labelled.stream()
                .filter(amount -> amount.isNear(sum))
                .findFirst()
                .map(near -> new Compared(BT_115, Agreement.ROUNDING, due.toString(), Optional.of(near.text())))
                .or(() -> labelled.stream().findFirst().map(other -> deviating(BT_115, due.toString(), other.text())))
                .orElseGet(() -> not(BT_115, due.toString()));
    }

    private static boolean isCredit(Invoice invoice) {
        return invoice.syntax() == org.rechnungseingang.invoice.Syntax.UBL_CREDIT_NOTE
                || invoice.typeCode().filter("381"::equals).isPresent();
    }

    /** Sums of the e-invoice that a total on the page may well be without being what is due. */
    private static Stream<BigDecimal> others(Invoice invoice, boolean credit) {
        return Stream.of(
                        invoice.totals().withVat(),
                        invoice.totals().withoutVat(),
                        invoice.totals().lineNetAmounts(),
                        invoice.totals().vat())
                .flatMap(Optional::stream)
                .map(money -> credit ? money.amount().abs() : money.amount());
    }

    private List<Amount> amounts(Pattern label, boolean credit) {
        return text.linesWith(label).stream()
                .filter(line -> !NOT_THE_SUM.matcher(line).find())
                .flatMap(line -> all(PdfText.amounts(line), credit))
                .toList();
    }

    private static Stream<Amount> all(List<Candidate<BigDecimal>> candidates, boolean credit) {
        return candidates.stream()
                .map(candidate -> new Amount(
                        candidate.text(),
                        candidate.readings().stream()
                                .map(amount -> credit ? amount.abs() : amount)
                                .toList()));
    }

    private record Amount(String text, List<BigDecimal> readings) {

        boolean is(BigDecimal sum) {
            return readings.stream().anyMatch(amount -> amount.compareTo(sum) == 0);
        }

        boolean isNear(BigDecimal sum) {
            return readings.stream()
                    .anyMatch(amount -> amount.subtract(sum).abs().compareTo(ROUNDING) <= 0);
        }
    }

    /** Any of the accounts of the e-invoice is good enough; a page may show more of them than it has. */
    Optional<Compared> account(Invoice invoice) {
        List<String> accounts = invoice.paymentInstructions().stream()
                .flatMap(instructions -> instructions.creditTransfers().stream())
                .map(CreditTransfer::account)
                .flatMap(Optional::stream)
                .filter(account -> account.length() <= LONGEST_NUMBER)
                .limit(20)
                .toList();
        return accounts.stream().findFirst().map(first -> {
            if (accounts.stream().anyMatch(text::contains)) {
                return equal(BT_84, first);
            }
            return text.ibans().stream()
                    .findFirst()
                    .map(Iban::toString)
                    .map(other -> deviating(BT_84, first, other))
                    .orElseGet(() -> not(BT_84, first));
        });
    }

    private static Compared equal(BusinessTerm term, String value) {
        return new Compared(term, Agreement.EQUAL, value, Optional.empty());
    }

    private static Compared not(BusinessTerm term, String value) {
        return new Compared(term, Agreement.NOT_FOUND, value, Optional.empty());
    }

    private static Compared deviating(BusinessTerm term, String value, String other) {
        return new Compared(term, Agreement.DEVIATING, value, Optional.of(other));
    }
}
