package org.rechnungseingang.schematron;

import java.util.Optional;
import org.rechnungseingang.schematron.rules.OfficialRules;
import org.rechnungseingang.schematron.translated.Doubtful;
import org.rechnungseingang.schematron.translated.TranslatedRules;

/** Evaluates official rules: as Java, and where that is in doubt, as the stylesheet that was published. Thread-safe. */
final class RuleEngine {

    private final SaxonEngine saxon;
    private final Engine engine;
    private final Doubts doubts;

    RuleEngine(SaxonEngine saxon, Engine engine, Doubts doubts) {
        this.saxon = saxon;
        this.engine = engine;
        this.doubts = doubts;
    }

    /**
     * Evaluates the rules of that stylesheet. A rule that fails on what the document contains is told by the evaluation.
     *
     * @throws Deadline.Exceeded if it took too long
     * @throws RuntimeException if the engine itself breaks down
     */
    Evaluation evaluate(String stylesheet, Trees document, Deadline deadline) {
        return translated(stylesheet, document, deadline)
                .orElseGet(() -> saxon.rules(stylesheet).evaluate(document.saxon(), deadline));
    }

    /** The same by the rules as Java alone; empty if that is in doubt, or nobody asks them. */
    Optional<Evaluation> translated(String stylesheet, Trees document, Deadline deadline) {
        if (engine == Engine.SAXON) {
            return Optional.empty();
        }
        Collected collected = new Collected(deadline);
        Optional<TranslatedRules> rules = OfficialRules.of(stylesheet, document.arrays(), collected);
        try {
            return rules.map(known -> evaluate(known, collected));
        } catch (Doubtful doubt) {
            doubts.add(doubt.reason());
        } catch (ArithmeticException e) {
            doubts.add("a number out of range");
        }
        return Optional.empty();
    }

    private static Evaluation evaluate(TranslatedRules rules, Collected collected) {
        try {
            rules.evaluate();
            return collected.evaluation();
        } catch (Collected.Full full) {
            return collected.full();
        }
    }
}
