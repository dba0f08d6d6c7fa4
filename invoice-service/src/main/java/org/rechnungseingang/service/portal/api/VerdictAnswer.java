package org.rechnungseingang.service.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.rechnungseingang.schematron.Finding;
import org.rechnungseingang.schematron.RuleSetName;
import org.rechnungseingang.service.validation.CheckOutcome;
import org.rechnungseingang.service.validation.Examined;
import org.rechnungseingang.service.validation.Reason;
import org.rechnungseingang.service.validation.StoredVerdict;

/**
 * What the check of an invoice came to.
 *
 * @param outcome how it ended
 * @param decision what that suggests to whoever decides
 * @param ruleSet name and version of the rules, if it came that far
 * @param reason why there was nothing to check by rules, where that is so
 * @param advice what the sender can do, or send instead; nothing for an accepted invoice
 * @param checkedAt when, for an invoice that is kept
 * @param findings what the official rules found
 * @param own what our own checks found beside them
 * @param local what the town's own rules found beside them
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record VerdictAnswer(
        String outcome,
        String decision,
        Optional<String> ruleSet,
        Optional<String> reason,
        Optional<String> advice,
        Optional<Instant> checkedAt,
        List<FindingAnswer> findings,
        List<FindingAnswer> own,
        List<FindingAnswer> local) {

    static VerdictAnswer of(StoredVerdict verdict, Locale locale) {
        return new VerdictAnswer(
                verdict.outcome().wireName(),
                Wire.name(verdict.decision()),
                verdict.ruleSet(),
                reason(verdict.reason(), locale),
                advice(verdict.outcome(), locale),
                Optional.of(verdict.checkedAt()),
                findings(verdict.findings().stream(), locale),
                beside(verdict.own().stream(), locale),
                beside(verdict.local().stream(), locale));
    }

    static VerdictAnswer of(Examined examined, Locale locale) {
        return new VerdictAnswer(
                examined.outcome().wireName(),
                Wire.name(examined.decision()),
                examined.ruleSet().map(RuleSetName::toString),
                reason(examined.reason(), locale),
                advice(examined.outcome(), locale),
                Optional.empty(),
                findings(examined.findings().stream(), locale),
                beside(examined.own().stream(), locale),
                beside(examined.local().stream(), locale));
    }

    private static List<FindingAnswer> findings(Stream<Finding> findings, Locale locale) {
        return findings.map(finding -> FindingAnswer.of(finding, locale)).toList();
    }

    private static List<FindingAnswer> beside(Stream<Finding> findings, Locale locale) {
        return findings.map(finding -> FindingAnswer.beside(finding, locale)).toList();
    }

    private static Optional<String> reason(Optional<Reason> reason, Locale locale) {
        return reason.map(found -> new Text(found.german(), found.english()).in(locale));
    }

    private static Optional<String> advice(CheckOutcome outcome, Locale locale) {
        return Advice.on(outcome).map(text -> text.in(locale));
    }
}
