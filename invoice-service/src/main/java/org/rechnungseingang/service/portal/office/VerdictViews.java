package org.rechnungseingang.service.portal.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rechnungseingang.service.portal.Notation;
import org.rechnungseingang.service.portal.Phrase;
import org.rechnungseingang.service.portal.Tone;
import org.rechnungseingang.service.portal.Wording;
import org.rechnungseingang.service.validation.CheckOutcome;
import org.rechnungseingang.service.validation.StoredVerdict;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says what a check came to, and what it suggests to do. */
@Component
class VerdictViews {

    private static final ReviewPage.VerdictView RUNNING = new ReviewPage.VerdictView(
            Tone.NEUTRAL, Phrase.of("verdict.running"), Optional.empty(), "", List.of(), false);
    private static final ReviewPage.VerdictView FAILED = new ReviewPage.VerdictView(
            Tone.WARNING, Phrase.of("verdict.failed"), Optional.empty(), "", List.of(), false);

    private final Wording wording;
    private final Notation notation;

    VerdictViews(Wording wording, Notation notation) {
        this.wording = wording;
        this.notation = notation;
    }

    ReviewPage.VerdictView of(Optional<StoredVerdict> verdict, boolean uncheckable) {
        return verdict.map(this::of).orElse(uncheckable ? FAILED : RUNNING);
    }

    private ReviewPage.VerdictView of(StoredVerdict verdict) {
        return new ReviewPage.VerdictView(
                tone(verdict),
                Phrase.of("verdict." + verdict.outcome()),
                Optional.of(Phrase.of("decision." + verdict.decision())),
                verdict.reason()
                        .map(reason -> german() ? reason.german() : reason.english())
                        .orElse(""),
                facts(verdict),
                needsOther(verdict.outcome()));
    }

    private List<ReviewPage.Fact> facts(StoredVerdict verdict) {
        List<ReviewPage.Fact> facts = new ArrayList<>();
        verdict.ruleSet().ifPresent(rules -> facts.add(new ReviewPage.Fact(wording.text("verdict.rules"), rules)));
        facts.add(new ReviewPage.Fact(wording.text("verdict.at"), notation.minute(verdict.checkedAt())));
        return facts;
    }

    private static Tone tone(StoredVerdict verdict) {
        return switch (verdict.outcome()) {
            case ACCEPT -> Tone.SUCCESS;
            case REJECT, SCHEMA_INVALID, NOT_WELLFORMED -> Tone.ERROR;
            case NO_RULE_SET, REFUSED, NO_INVOICE -> Tone.WARNING;
        };
    }

    /** Whether the supplier should send something else, because this is no e-invoice that can be checked. */
    private static boolean needsOther(CheckOutcome outcome) {
        return switch (outcome) {
            case NO_RULE_SET, REFUSED, NO_INVOICE, NOT_WELLFORMED, SCHEMA_INVALID -> true;
            case ACCEPT, REJECT -> false;
        };
    }

    private static boolean german() {
        return LocaleContextHolder.getLocale().getLanguage().equals("de");
    }
}
