package org.rechnungseingang.service.peppol.as4;

import static org.rechnungseingang.service.peppol.as4.EbmsError.POLICY_NONCOMPLIANCE;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.xml.crypto.Data;
import javax.xml.crypto.URIDereferencer;
import javax.xml.crypto.URIReference;
import javax.xml.crypto.URIReferenceException;
import javax.xml.crypto.XMLCryptoContext;
import org.apache.jcp.xml.dsig.internal.dom.ApacheNodeSetData;
import org.apache.jcp.xml.dsig.internal.dom.ApacheOctetStreamData;
import org.apache.wss4j.common.ext.Attachment;
import org.apache.wss4j.common.ext.AttachmentRequestCallback;
import org.apache.xml.security.signature.XMLSignatureInput;
import org.apache.xml.security.signature.XMLSignatureNodeInput;
import org.apache.xml.security.signature.XMLSignatureStreamInput;
import org.w3c.dom.Element;

/** What a signature may point to, by the references' URIs. */
final class SignedParts implements URIDereferencer {

    private static final String SCHEME = "cid:";

    private final Map<String, Element> nodes = new HashMap<>();
    private final Map<String, Attached> contents = new HashMap<>();
    private final Map<String, Attached> byId;

    SignedParts(SoapEnvelope envelope, Map<String, Attached> attachments) {
        this.byId = Map.copyOf(attachments);
        for (Element part : List.of(envelope.messaging(), envelope.body())) {
            String id = SoapEnvelope.id(part);
            MessageRefused.unless(
                    !id.isEmpty()
                            && Optional.ofNullable(nodes.put("#" + id, part)).isEmpty(),
                    POLICY_NONCOMPLIANCE,
                    "eb:Messaging and the SOAP body each have a wsu:Id of their own, by which they are signed");
        }
        attachments.forEach((id, attached) -> contents.put(SCHEME + id, attached));
    }

    /** Which transformations each of them goes through. */
    Map<String, List<String>> transforms() {
        Map<String, List<String>> expected = new TreeMap<>();
        nodes.keySet().forEach(uri -> expected.put(uri, List.of(Names.EXCLUSIVE)));
        contents.keySet().forEach(uri -> expected.put(uri, List.of(Names.ATTACHMENT_CONTENT)));
        return expected;
    }

    /** What a reference points to, spelt in one way. */
    static String named(URIReference reference) {
        String uri = Objects.requireNonNullElse(reference.getURI(), "");
        return uri.startsWith(SCHEME) ? SCHEME + ContentIds.ofReference(uri) : uri;
    }

    @Override
    public Data dereference(URIReference reference, XMLCryptoContext context) throws URIReferenceException {
        String uri = named(reference);
        Element node = nodes.get(uri);
        if (node != null) {
            XMLSignatureInput input = new XMLSignatureNodeInput(node);
            input.setExcludeComments(true);
            return new ApacheNodeSetData(input);
        }
        Attached attached = contents.get(uri);
        if (attached == null) {
            throw new URIReferenceException("Not a part of the message: " + uri);
        }
        return content(uri, attached);
    }

    private static Data content(String uri, Attached attached) throws URIReferenceException {
        try {
            XMLSignatureInput input =
                    new XMLSignatureStreamInput(attached.bytes().open());
            // The transformation decodes it, and takes a plus sign for a space.
            input.setSourceURI(SCHEME + URLEncoder.encode(uri.substring(SCHEME.length()), StandardCharsets.UTF_8));
            return new ApacheOctetStreamData(input);
        } catch (IOException e) {
            throw new URIReferenceException(e);
        }
    }

    /** Gives the transformation the attachments; it hands each back, which nobody needs. */
    CallbackHandler attachments() {
        return callbacks -> {
            for (Callback callback : callbacks) {
                if (callback instanceof AttachmentRequestCallback asked) {
                    asked.setAttachments(Optional.ofNullable(byId.get(asked.getAttachmentId())).stream()
                            .map(attached -> attachment(asked.getAttachmentId(), attached))
                            .toList());
                }
            }
        };
    }

    private static Attachment attachment(String id, Attached attached) {
        Attachment attachment = new Attachment();
        attachment.setId(id);
        attachment.setMimeType(attached.mimeType());
        attachment.setSourceStream(attached.bytes().open());
        return attachment;
    }
}
