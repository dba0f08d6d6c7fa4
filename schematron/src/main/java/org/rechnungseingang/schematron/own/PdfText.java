package org.rechnungseingang.schematron.own;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rechnungseingang.invoice.Iban;

/** The text of a PDF's pages, and what in it reads as a number, a date, an amount or an IBAN, in German or English. */
final class PdfText {

    private static final int MOST_CHARACTERS = 200_000;

    private static final Pattern BLANKS = Pattern.compile("[\\p{Zs}\\t\\r\\u00ad]+");
    private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212]");

    private static final Pattern ISO = Pattern.compile("(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)");
    private static final Pattern DOTS = Pattern.compile("(?<!\\d)(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4}|\\d{2})(?!\\d)");
    private static final Pattern SLASHES = Pattern.compile("(?<!\\d)(\\d{1,2})/(\\d{1,2})/(\\d{4})(?!\\d)");
    private static final Pattern DAY_MONTH =
            Pattern.compile("(?<!\\d)(\\d{1,2})(?:\\.|st|nd|rd|th)? (\\p{L}{3,9})[.,]? (\\d{4})(?!\\d)");
    private static final Pattern MONTH_DAY =
            Pattern.compile("(?<!\\p{L})(\\p{L}{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?, ?(\\d{4})(?!\\d)");
    private static final List<String> MONTHS = List.of(
            "jan", "feb", "mär mar mae mrz", "apr", "mai may", "jun", "jul", "aug", "sep", "okt oct", "nov", "dez dec");

    private static final Pattern AMOUNT = Pattern.compile(
            "(?<![\\d.,'])(-?) ?(\\d{1,3}(?:[.,' ]\\d{3}){1,4}|\\d{1,15})[.,](\\d{2})(?!\\d|[.,]\\d)(-?)");

    private static final Pattern IBAN_START = Pattern.compile("(?<![\\p{L}\\d])[A-Z]{2} ?\\d{2}");
    private static final int LONGEST_IBAN = 34;

    private final String text;

    private PdfText(String text) {
        this.text = text;
    }

    static PdfText of(String text) {
        String head = text.substring(0, Math.min(MOST_CHARACTERS, text.length()));
        String plain = Normalizer.normalize(head, Normalizer.Form.NFKC);
        plain = BLANKS.matcher(DASHES.matcher(plain).replaceAll("-")).replaceAll(" ");
        return new PdfText(plain.substring(0, Math.min(MOST_CHARACTERS, plain.length())));
    }

    /**
     * Something that can be read in one or two ways: 03/04/2026 as April or March, 2 100,00 as one number or two.
     *
     * @param text as it stands there
     * @param readings what it may mean; never empty
     */
    record Candidate<T>(String text, Set<T> readings) {

        Candidate {
            readings = Set.copyOf(readings);
        }
    }

    /** The lines that hold the label, from behind it to their end, cut to so many characters. */
    List<String> after(Pattern label, int most) {
        return label.matcher(text)
                .results()
                .limit(1_000)
                .map(MatchResult::end)
                .map(end -> lineFrom(end, most))
                .toList();
    }

    /** The whole line around each label. */
    List<String> linesWith(Pattern label) {
        return text.lines()
                .filter(line -> label.matcher(line).find())
                .limit(1_000)
                .toList();
    }

    private String lineFrom(int start, int most) {
        int end = text.indexOf('\n', start);
        return text.substring(start, Math.min(end < 0 ? text.length() : end, start + most));
    }

    /** Whether the characters stand there in that order as a word of their own, blanks between them or not. */
    boolean contains(String word) {
        StringBuilder pattern = new StringBuilder("(?i)(?<![\\p{L}\\d])");
        plain(word)
                .chars()
                .filter(c -> c != ' ')
                .forEach(c ->
                        pattern.append(Pattern.quote(String.valueOf((char) c))).append(" ?"));
        return Pattern.compile(pattern + "(?![\\p{L}\\d])").matcher(text).find();
    }

    /** The text in the same letters as the pages. */
    static String plain(String text) {
        return of(text).text.strip();
    }

    List<Candidate<LocalDate>> dates() {
        return dates(text);
    }

    List<Candidate<BigDecimal>> amounts() {
        return amounts(text);
    }

    static List<Candidate<LocalDate>> dates(String text) {
        List<Candidate<LocalDate>> dates = new ArrayList<>();
        add(dates, ISO, text, at -> date(at.group(1), at.group(2), at.group(3)));
        add(dates, DOTS, text, at -> date(at.group(3), at.group(2), at.group(1)));
        add(
                dates,
                SLASHES,
                text,
                at -> Stream.concat(
                        date(at.group(3), at.group(2), at.group(1)), date(at.group(3), at.group(1), at.group(2))));
        add(dates, DAY_MONTH, text, at -> date(at.group(3), month(at.group(2)), at.group(1)));
        add(dates, MONTH_DAY, text, at -> date(at.group(3), month(at.group(1)), at.group(2)));
        return dates;
    }

    static List<Candidate<BigDecimal>> amounts(String text) {
        List<Candidate<BigDecimal>> amounts = new ArrayList<>();
        add(amounts, AMOUNT, text, PdfText::amount);
        return amounts;
    }

    private static <T> void add(
            List<Candidate<T>> all, Pattern pattern, String text, Function<MatchResult, Stream<T>> readings) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            Set<T> read = new LinkedHashSet<>();
            readings.apply(matcher.toMatchResult()).forEach(read::add);
            if (!read.isEmpty()) {
                all.add(new Candidate<>(matcher.group().strip(), read));
            }
        }
    }

    private static Stream<LocalDate> date(String year, String month, String day) {
        try {
            int written = Integer.parseInt(year);
            int full = year.length() == 2 ? 2000 + written : written;
            return Stream.of(LocalDate.of(full, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Stream.of();
        }
    }

    /** The number of the month; 0, which no date has, for other words. */
    private static String month(String name) {
        String start = name.substring(0, 3).toLowerCase(Locale.ROOT);
        for (int month = 0; month < MONTHS.size(); month++) {
            if (MONTHS.get(month).contains(start)) {
                return String.valueOf(month + 1);
            }
        }
        return "0";
    }

    private static Stream<BigDecimal> amount(MatchResult at) {
        String whole = at.group(2);
        String sign = at.group(1).isEmpty() && at.group(4).isEmpty() ? "" : "-";
        String digits = whole.replaceAll("[.,' ]", "");
        BigDecimal together = new BigDecimal(sign + digits + "." + at.group(3));
        int blank = whole.lastIndexOf(' ');
        return blank < 0
                ? Stream.of(together)
                : Stream.of(together, new BigDecimal(whole.substring(blank + 1) + "." + at.group(3)));
    }

    /** The IBANs of SEPA with right check digits and the length of their country. */
    List<Iban> ibans() {
        return IBAN_START
                .matcher(text)
                .results()
                .limit(1_000)
                .flatMap(start -> iban(start.start()))
                .distinct()
                .toList();
    }

    private Stream<Iban> iban(int start) {
        String normal = Iban.normal(lineFrom(start, 2 * LONGEST_IBAN));
        return normal.length() < 2
                ? Stream.of()
                : Iban.lengthIn(normal.substring(0, 2)).stream()
                        .filter(length -> length <= normal.length())
                        .flatMap(length -> Iban.of(normal.substring(0, length)).stream());
    }
}
