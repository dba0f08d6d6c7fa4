package org.rechnungseingang.service.portal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.rechnungseingang.service.tenant.TownTime;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes figures, dates and times as the reader's language has them; times are those of the town's clocks. */
@Component
public class Notation {

    /** Amounts keep the decimals that were written, and have at least the two that money has. */
    private static final int MOST_DECIMALS = 10;

    /**
     * An amount of money: {@code 1.234,56 €} or {@code €1,234.56}.
     *
     * @param currency ISO 4217; one that is unknown is written as it stands
     */
    public String money(BigDecimal amount, String currency) {
        return iso(currency).map(known -> money(amount, known)).orElseGet(() -> figure(amount, 2) + " " + currency);
    }

    private static String money(BigDecimal amount, Currency currency) {
        NumberFormat format = NumberFormat.getCurrencyInstance(reader());
        format.setCurrency(currency);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(MOST_DECIMALS);
        return format.format(amount);
    }

    /** A figure without a unit, with the decimals it was written with. */
    public String figure(BigDecimal value) {
        return figure(value, 0);
    }

    private static String figure(BigDecimal value, int leastDecimals) {
        NumberFormat format = NumberFormat.getNumberInstance(reader());
        format.setMinimumFractionDigits(leastDecimals);
        format.setMaximumFractionDigits(MOST_DECIMALS);
        return format.format(value);
    }

    /** A percentage as the norm writes it: 19 is nineteen per cent. */
    public String percent(BigDecimal value) {
        return figure(value, 0) + (reader().getLanguage().equals("de") ? "\u00a0%" : "%");
    }

    /** The size of a file: {@code 12 KB} or {@code 1,4 MB}; never less than 1 KB. */
    public String size(long bytes) {
        long kilobytes = Math.max(1, Math.round(bytes / 1024.0));
        return kilobytes < 1000
                ? kilobytes + "\u00a0KB"
                : figure(BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(1 << 20), 1, RoundingMode.HALF_UP))
                        + "\u00a0MB";
    }

    /** A day: {@code 22.11.2026} or {@code 22 Nov 2026}. */
    public String date(LocalDate day) {
        return day.format(written("dd.MM.yyyy", "d MMM yyyy"));
    }

    /** A day of this or the next year, for lists: {@code 22.11.} or {@code 22 Nov}. */
    public String day(LocalDate day) {
        return day.format(written("dd.MM.", "d MMM"));
    }

    /** The day of a moment, for lists. */
    public String dayOf(Instant moment) {
        return day(TownTime.of(moment).toLocalDate());
    }

    /** A moment to the minute: {@code 22.11.2026, 07:14}. */
    public String minute(Instant moment) {
        return TownTime.of(moment).format(written("dd.MM.yyyy, HH:mm", "d MMM yyyy, HH:mm"));
    }

    /** A moment to the second: {@code 22.11.2026, 07:14:03}. */
    public String second(Instant moment) {
        return TownTime.of(moment).format(written("dd.MM.yyyy, HH:mm:ss", "d MMM yyyy, HH:mm:ss"));
    }

    private static DateTimeFormatter written(String german, String english) {
        boolean inGerman = reader().getLanguage().equals("de");
        return DateTimeFormatter.ofPattern(inGerman ? german : english, reader());
    }

    private static Optional<Currency> iso(String currency) {
        return Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(currency))
                .findFirst();
    }

    private static Locale reader() {
        return LocaleContextHolder.getLocale().getLanguage().equals("de") ? Locale.GERMANY : Locale.UK;
    }
}
