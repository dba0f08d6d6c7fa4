package org.rechnungseingang.service.peppol.outbound;

import java.util.Map;
import java.util.TreeMap;
import org.rechnungseingang.service.archive.Originals;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.peppol.MoreEvidence;
import org.springframework.stereotype.Component;

/** What was said about an envelope, and the proof that it arrived. */
@Component
class StatusEvidence implements MoreEvidence {

    private final OutboundMessages messages;
    private final Originals originals;

    StatusEvidence(OutboundMessages messages, Originals originals) {
        this.messages = messages;
        this.originals = originals;
    }

    @Override
    public Map<String, byte[]> about(CaseId caseId, String instanceId) {
        Map<String, byte[]> files = new TreeMap<>();
        messages.of(caseId).stream()
                .filter(message -> message.answers().equals(instanceId))
                .forEach(message -> add(files, message));
        return files;
    }

    private void add(Map<String, byte[]> files, OutboundMessage message) {
        files.put("status.xml", originals.read(message.document()));
        message.refusal().ifPresent(error -> files.put("status-refusal.xml", error));
        message.delivery().ifPresent(delivery -> {
            files.put("status-envelope.xml", originals.read(delivery.envelope()));
            files.put("status-payload.bin", originals.read(delivery.payload()));
            files.put("status-receipt.xml", delivery.receipt());
        });
    }
}
