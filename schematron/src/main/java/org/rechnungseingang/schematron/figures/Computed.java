package org.rechnungseingang.schematron.figures;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.schematron.Explanation;
import org.rechnungseingang.schematron.Finding;
import org.rechnungseingang.schematron.Level;

/**
 * What a finding means with the figures of this very invoice: what was expected, what stands there, and by how much they
 * differ. It explains an official finding and never makes one; nothing of the invoice is changed. It is silent rather
 * than vague: where the figures do not show why the rule failed, there is no sentence.
 */
public final class Computed {

    private interface Explainer extends BiFunction<Finding, Invoice, Optional<Explanation>> {}

    private static final Map<Pattern, Explainer> EXPLAINERS = Map.of(
            Pattern.compile("BR-CO-1[01234567]|BR-DEX-09"), Computed::sums,
            Pattern.compile("BR-(?:S|Z|E|AE|IC|G|O|AF|AG|IG|IP)-0[89]"), VatFigures::of,
            Pattern.compile("PEPPOL-EN16931-R(?:040|046|120|121)"), LineFigures::of,
            Pattern.compile("BR-DEC-[0-9]+"), Decimals::of,
            Pattern.compile("BR-CL-[0-9]+|BR-DEX-0[4-8]|BR-DE-17"), Codes::of,
            Pattern.compile("BR-DE-18"), (finding, invoice) -> SkontoLines.of(invoice),
            Pattern.compile("BR-DE-15"), (finding, invoice) -> RoutingIdElsewhere.of(invoice));

    private Computed() {}

    /**
     * The sentence for that finding in that invoice; empty if figures have nothing to say about it. It says what to correct:
     * a finding that is but information, since another rule stands in for it, has none.
     */
    public static Optional<Explanation> of(Finding finding, Invoice invoice) {
        if (finding.level() == Level.INFORMATION) {
            return Optional.empty();
        }
        return EXPLAINERS.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(finding.rule()).matches())
                .findFirst()
                .flatMap(entry -> entry.getValue().apply(finding, invoice));
    }

    private static Optional<Explanation> sums(Finding finding, Invoice invoice) {
        return finding.rule().equals("BR-CO-17") ? VatFigures.of(finding, invoice) : SumFigures.of(finding, invoice);
    }
}
