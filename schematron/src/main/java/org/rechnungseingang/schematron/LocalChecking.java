package org.rechnungseingang.schematron;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;

/**
 * Evaluates a town's own rules beside the official verdict, each file in a thread of its own: what cannot be stopped is left
 * behind, and its file is not evaluated again before that thread has ended. Thread-safe.
 */
final class LocalChecking {

    private static final String TOO_LONG = "die Zeit der Prüfung war um / they took too long";

    static final LocalChecking NONE = new LocalChecking(List.of());

    private record RuleFile(String name, Rules rules, Set<Thread> leftBehind) {

        boolean isStuck() {
            leftBehind.removeIf(thread -> !thread.isAlive());
            return !leftBehind.isEmpty();
        }
    }

    private final List<RuleFile> files;

    private LocalChecking(List<RuleFile> files) {
        this.files = List.copyOf(files);
    }

    static LocalChecking of(LocalRules rules, LocalEngine engine) {
        return new LocalChecking(rules.files().stream()
                .map(file -> new RuleFile(file.name(), compiled(file, engine), ConcurrentHashMap.newKeySet()))
                .toList());
    }

    private static Rules compiled(LocalRules.File file, LocalEngine engine) {
        try {
            return engine.compile(file.stylesheet());
        } catch (SaxonApiException e) {
            throw new IllegalStateException(file.name() + " was compiled before", e);
        }
    }

    /** The verdict with local findings, if the official rules were evaluated. */
    Verdict beside(Verdict verdict, Trees document, Deadline deadline) {
        if (files.isEmpty() || !(verdict instanceof Verdict.Checked checked)) {
            return verdict;
        }
        Places places = new Places(document);
        XdmNode tree = document.saxon();
        List<Finding> findings = new ArrayList<>();
        files.forEach(file -> findings.addAll(findings(file, tree, places, deadline)));
        return checked.withLocal(Findings.of(findings));
    }

    private static List<Finding> findings(RuleFile file, XdmNode tree, Places places, Deadline deadline) {
        if (file.isStuck()) {
            return List.of(notEvaluated(file, "eine frühere Auswertung läuft noch / an earlier evaluation still runs"));
        }
        FutureTask<Evaluation> task = new FutureTask<>(() -> file.rules().evaluate(tree, deadline));
        Thread thread = new Thread(task, "local-rules");
        thread.setDaemon(true);
        thread.start();
        try {
            return findings(file, task.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS), places);
        } catch (TimeoutException e) {
            file.leftBehind().add(thread);
            return List.of(notEvaluated(file, TOO_LONG));
        } catch (ExecutionException e) {
            return List.of(
                    notEvaluated(file, reason(Optional.ofNullable(e.getCause()).orElse(e))));
        } catch (InterruptedException e) {
            file.leftBehind().add(thread);
            Thread.currentThread().interrupt();
            return List.of(notEvaluated(file, "die Prüfung wurde unterbrochen / the check was interrupted"));
        }
    }

    private static List<Finding> findings(RuleFile file, Evaluation evaluation, Places places) {
        List<Finding> findings = new ArrayList<>();
        evaluation.failed().forEach(failed -> findings.add(finding(failed, places)));
        evaluation.breakdown().ifPresent(reason -> findings.add(notEvaluated(file, reason)));
        return findings;
    }

    private static Finding finding(Evaluation.Failed failed, Places places) {
        Place place = places.of(failed.location());
        return new Finding(
                failed.rule(),
                failed.flag(),
                LegalClass.BUSINESS_RULE,
                failed.text(),
                place.path(),
                places.terms(failed.text(), place),
                place.value());
    }

    private static String reason(Throwable fault) {
        if (fault instanceof Deadline.Exceeded) {
            return TOO_LONG;
        }
        // The engine's own words say which rule and value it was.
        Throwable said = fault instanceof IllegalStateException
                ? Optional.ofNullable(fault.getCause()).orElse(fault)
                : fault;
        return Optional.ofNullable(said.getMessage()).orElse(said.getClass().getSimpleName());
    }

    /** An error, so that nobody takes rules that were not evaluated for rules that are kept. */
    private static Finding notEvaluated(RuleFile file, String reason) {
        String text =
                "Die örtlichen Regeln in %s konnten nicht ausgewertet werden (the local rules could not be evaluated): %s"
                        .formatted(file.name(), reason);
        return new Finding(
                "LOCAL-RULES-NOT-EVALUATED",
                Level.ERROR,
                LegalClass.BUSINESS_RULE,
                text,
                "",
                List.of(),
                Optional.empty());
    }
}
