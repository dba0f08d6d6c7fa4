package org.rechnungseingang.service.validation;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a refusal of a town's rules as a few readable lines instead of a stack trace. */
final class TownRulesRefusedAnalyzer extends AbstractFailureAnalyzer<TownRulesRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, TownRulesRefused cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.remedy(), cause);
    }
}
