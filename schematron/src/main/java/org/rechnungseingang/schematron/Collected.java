package org.rechnungseingang.schematron;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rechnungseingang.schematron.translated.Report;

/** What translated rules find. */
final class Collected implements Report {

    /** Ends an evaluation that finds more than is taken. */
    static final class Full extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Full() {
            super(null, null, false, false);
        }
    }

    private final Deadline deadline;
    private final List<Evaluation.Failed> failed = new ArrayList<>();
    private int fired;

    Collected(Deadline deadline) {
        this.deadline = deadline;
    }

    @Override
    public void fired() {
        fired++;
        deadline.check();
        if (failed.size() >= Evaluation.MOST_FINDINGS) {
            throw new Full();
        }
    }

    @Override
    public void failed(int node, String rule, String flag, String text) {
        failed.add(new Evaluation.Failed(
                rule, Level.of(flag).orElse(Level.ERROR), Evaluation.inOneLine(text), Places.location(node)));
    }

    Evaluation evaluation() {
        return new Evaluation(List.copyOf(failed), fired, Optional.empty());
    }

    /** The same, ended by {@link Full}. */
    Evaluation full() {
        return new Evaluation(List.copyOf(failed), fired, Optional.of(Evaluation.TOO_MANY));
    }
}
