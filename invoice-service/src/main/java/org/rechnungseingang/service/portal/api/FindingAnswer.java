package org.rechnungseingang.service.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rechnungseingang.schematron.Explanation;
import org.rechnungseingang.schematron.Finding;
import org.rechnungseingang.service.validation.SuppliersMatter;

/**
 * One thing that was found.
 *
 * @param rule the rule's official id
 * @param level the effective level
 * @param legalClass what it means in law
 * @param text the rule's official text
 * @param explanation what it means and what to do, for people; absent for rare rules
 * @param location the place as an XPath for people; absent if it has none
 * @param terms the business terms it speaks of
 * @param value what stands at the place
 * @param confidential that the supplier must not be told of it; absent for official findings
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record FindingAnswer(
        String rule,
        String level,
        String legalClass,
        String text,
        Optional<String> explanation,
        Optional<String> location,
        List<String> terms,
        Optional<String> value,
        Optional<Boolean> confidential) {

    static FindingAnswer of(Finding finding, Locale locale) {
        return of(finding, Optional.empty(), locale);
    }

    /** Of a finding beside the official rules. */
    static FindingAnswer beside(Finding finding, Locale locale) {
        return of(finding, Optional.of(!SuppliersMatter.is(finding)), locale);
    }

    private static FindingAnswer of(Finding finding, Optional<Boolean> confidential, Locale locale) {
        return new FindingAnswer(
                finding.rule(),
                finding.level().wireName(),
                finding.legalClass().wireName(),
                finding.text(),
                Explanation.of(finding.rule()).map(explanation -> explanation.in(locale)),
                Optional.of(finding.location()).filter(location -> !location.isEmpty()),
                finding.terms(),
                finding.value(),
                confidential);
    }
}
