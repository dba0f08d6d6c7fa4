package org.rechnungseingang.service.peppol.as4;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import org.apache.wss4j.common.WSEncryptionPart;
import org.apache.wss4j.common.ext.Attachment;
import org.apache.wss4j.common.ext.AttachmentRequestCallback;
import org.apache.wss4j.common.ext.AttachmentResultCallback;

/** The one attachment of a message that is being written: in clear until WSS4J hands it back encrypted. */
final class NewAttachment implements CallbackHandler {

    private final String contentId;
    private byte[] bytes;

    NewAttachment(String contentId, byte[] bytes) {
        this.contentId = contentId;
        this.bytes = bytes.clone();
    }

    /** What stands for it where parts are named that are signed or encrypted. */
    static WSEncryptionPart part() {
        return new WSEncryptionPart("cid:Attachments", "Content");
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public void handle(Callback[] callbacks) throws IOException {
        for (Callback callback : callbacks) {
            if (callback instanceof AttachmentRequestCallback asked) {
                asked.setAttachments(List.of(attachment()));
            } else if (callback instanceof AttachmentResultCallback done) {
                bytes = done.getAttachment().getSourceStream().readAllBytes();
            }
        }
    }

    private Attachment attachment() {
        Attachment attachment = new Attachment();
        attachment.setId(contentId);
        attachment.setMimeType("application/gzip");
        attachment.setSourceStream(new ByteArrayInputStream(bytes));
        return attachment;
    }
}
