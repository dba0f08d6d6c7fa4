package org.rechnungseingang.service.peppol;

import java.util.Map;
import org.rechnungseingang.service.journal.CaseId;

/** What else there is to keep beside a message: what was said about it. */
public interface MoreEvidence {

    /**
     * Files, by their names.
     *
     * @param caseId the case that the message brought
     * @param instanceId the name of the envelope that was in it
     */
    Map<String, byte[]> about(CaseId caseId, String instanceId);
}
