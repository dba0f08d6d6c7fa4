package org.rechnungseingang.schematron.own;

import java.lang.System.Logger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rechnungseingang.invoice.InvoiceEvents;
import org.rechnungseingang.invoice.Reading.Read;
import org.rechnungseingang.schematron.Finding;
import org.rechnungseingang.schematron.Findings;

/**
 * What official rules accept and is wrong nevertheless, or good to know before money is sent. Looks at the invoice as
 * the reader of the three syntaxes gives it, so that only what stands at its absolute place counts. Never changes an
 * outcome and never fails: what goes wrong here is a note.
 */
public final class OwnChecks {

    private static final Logger LOGGER = System.getLogger(OwnChecks.class.getName());

    private final List<OwnCheck> checks;

    OwnChecks(List<OwnCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    /**
     * All there are.
     *
     * @param profiles the profile ids (BT-24) that are known
     */
    public static OwnChecks of(Set<String> profiles) {
        return new OwnChecks(
                Stream.of(ContentChecks.all(profiles), AmountChecks.all(), RoutingChecks.all(), PaymentChecks.all())
                        .flatMap(List::stream)
                        .toList());
    }

    /** The ids of the checks. */
    public List<String> rules() {
        return checks.stream().map(OwnCheck::rule).toList();
    }

    /**
     * Looks at the document that those events were of.
     *
     * @param official what the official rules found in it; it is not said again
     * @param clock looked at between the checks; what it throws ends them
     */
    public Findings check(InvoiceEvents invoice, Findings official, Runnable clock) {
        try {
            clock.run();
            return invoice.read().map(read -> check(read, official, clock)).orElse(Findings.NONE);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return notChecked(e);
        }
    }

    private Findings check(Read read, Findings official, Runnable clock) {
        Set<String> said = official.stream().map(Finding::rule).collect(Collectors.toUnmodifiableSet());
        Subject subject = Subject.of(read);
        List<Finding> findings = new ArrayList<>();
        for (OwnCheck check : checks) {
            clock.run();
            if (Collections.disjoint(check.official(), said)) {
                findings.addAll(findings(check, subject));
            }
        }
        return Findings.of(findings);
    }

    /** One check that fails does not take the others with it. */
    private static List<Finding> findings(OwnCheck check, Subject subject) {
        try {
            return check.findings(subject).toList();
        } catch (RuntimeException e) {
            return notChecked(e).list();
        }
    }

    static Findings notChecked(Throwable cause) {
        LOGGER.log(Logger.Level.WARNING, "a check of our own failed", cause);
        return Findings.of(OwnFinding.notChecked(cause));
    }
}
