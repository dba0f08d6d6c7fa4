package org.rechnungseingang.service.intake;

import java.util.List;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Recorded;

/** Files came with an invoice and were put beside it. */
public record DocumentsJoined(CaseId caseId, Actor by, List<Joined> documents) implements Recorded {

    /** One file: its name for people, and its hash. */
    public record Joined(String fileName, Sha256 original) {}
}
