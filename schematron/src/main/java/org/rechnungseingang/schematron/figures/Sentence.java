package org.rechnungseingang.schematron.figures;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.rechnungseingang.invoice.Money;
import org.rechnungseingang.schematron.Explanation;

/** Makes explanations with the figures of one invoice in them. */
final class Sentence {

    private Sentence() {}

    /** One sentence in two languages; each {@code %s} is a figure. */
    static Explanation of(String german, String english, Figure... figures) {
        return new Explanation(fill(german, Locale.GERMANY, figures), fill(english, Locale.UK, figures));
    }

    /**
     * Goes on from how an amount is reckoned to what stands in its place, and by how much that is wrong. Empty if it is
     * right: then the rule failed for another reason, and figures would explain nothing.
     *
     * @param how ends with {@code ist} or an equals sign
     * @param term where the amount belongs, for example {@code BT-106}
     */
    static Optional<Explanation> compare(
            Explanation how, BigDecimal expected, String currency, String term, Optional<Money> found) {
        Explanation right = join(how, of("%s", "%s", Figure.money(expected, currency)));
        if (found.isEmpty()) {
            return Optional.of(join(right, of(", %s fehlt.", ", but %s is missing.", Figure.text(term)), ""));
        }
        BigDecimal difference = found.get().amount().subtract(expected);
        if (difference.signum() == 0) {
            return Optional.empty();
        }
        String german = difference.signum() < 0 ? "; es fehlen %s." : "; das sind %s zu viel.";
        String english = difference.signum() < 0 ? ": %s too little." : ": %s too much.";
        return Optional.of(join(
                right,
                of(
                        ", in %s steht %s" + german,
                        ", but %s says %s" + english,
                        Figure.text(term),
                        Figure.money(found.get().amount(), found.get().currency()),
                        Figure.money(difference.abs(), currency)),
                ""));
    }

    /** This and then that. */
    static Explanation join(Explanation first, Explanation second) {
        return join(first, second, " ");
    }

    private static Explanation join(Explanation first, Explanation second, String between) {
        return new Explanation(
                first.german() + between + second.german(), first.english() + between + second.english());
    }

    private static String fill(String pattern, Locale locale, Figure... figures) {
        return String.format(
                locale,
                pattern,
                Arrays.stream(figures).map(figure -> figure.in(locale)).toArray());
    }
}
