package org.rechnungseingang.service.validation;

import java.util.List;
import java.util.Optional;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Recorded;

/**
 * The check of a case has ended, whatever it came to.
 *
 * @param round the round it belongs to
 * @param document the invoice's XML, where there is one
 * @param ruleSet name and version of the rules
 * @param rules the ids of the rules that found something, each once
 * @param errors how many findings stand against acceptance
 * @param notes how many do not
 */
public record InvoiceChecked(
        CaseId caseId,
        Actor by,
        int round,
        Optional<Sha256> document,
        CheckOutcome outcome,
        DecisionLevel decision,
        Mark mark,
        Optional<String> ruleSet,
        List<String> rules,
        int errors,
        int notes,
        Optional<InvoiceHeader> header)
        implements Recorded {}
