package org.rechnungseingang.service.town;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.work.Job;
import org.rechnungseingang.service.work.Stage;

/** A stage that fails for a case as often as one tells it to. */
public class Faltering implements Stage {

    private final Map<CaseId, Integer> failures = new ConcurrentHashMap<>();
    private final Map<CaseId, List<Instant>> attempts = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "faltering";
    }

    public void fail(CaseId caseId, int times) {
        failures.put(caseId, times);
    }

    public List<Instant> attempts(CaseId caseId) {
        return attempts.getOrDefault(caseId, List.of());
    }

    @Override
    public void run(Job job) {
        attempts.computeIfAbsent(job.caseId(), id -> new CopyOnWriteArrayList<>())
                .add(Instant.now());
        if (failures.merge(job.caseId(), -1, Integer::sum) >= 0) {
            throw new IllegalStateException("Faltered");
        }
    }
}
