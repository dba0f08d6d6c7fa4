package org.rechnungseingang.service.peppol;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import org.apache.wss4j.common.ext.Attachment;
import org.apache.wss4j.common.ext.AttachmentRequestCallback;
import org.apache.wss4j.common.ext.AttachmentResultCallback;

/** The attachments of a message while WSS4J works on them. */
final class Attachments implements CallbackHandler {

    private final Map<String, byte[]> byId = new LinkedHashMap<>();

    Attachments(Map<String, byte[]> byId) {
        this.byId.putAll(byId);
    }

    Map<String, byte[]> all() {
        return byId;
    }

    @Override
    public void handle(Callback[] callbacks) throws IOException {
        for (Callback callback : callbacks) {
            if (callback instanceof AttachmentRequestCallback asked) {
                asked.setAttachments(attachments(asked.getAttachmentId()));
            } else if (callback instanceof AttachmentResultCallback done) {
                byId.put(
                        done.getAttachmentId(),
                        done.getAttachment().getSourceStream().readAllBytes());
            }
        }
    }

    private List<Attachment> attachments(String id) {
        return byId.keySet().stream()
                .filter(one -> id.equals("Attachments") || id.equals(one))
                .map(this::attachment)
                .toList();
    }

    private Attachment attachment(String id) {
        Attachment attachment = new Attachment();
        attachment.setId(id);
        attachment.setMimeType("application/gzip");
        attachment.setSourceStream(new ByteArrayInputStream(byId.get(id)));
        return attachment;
    }
}
