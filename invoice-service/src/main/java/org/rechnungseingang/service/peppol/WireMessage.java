package org.rechnungseingang.service.peppol;

import static org.rechnungseingang.service.peppol.as4.EbmsError.FEATURE_NOT_SUPPORTED;
import static org.rechnungseingang.service.peppol.as4.EbmsError.MIME_INCONSISTENCY;
import static org.rechnungseingang.service.peppol.as4.EbmsError.OTHER;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.cxf.attachment.AttachmentDeserializer;
import org.apache.cxf.message.Attachment;
import org.apache.cxf.message.Message;
import org.rechnungseingang.service.peppol.as4.Attached;
import org.rechnungseingang.service.peppol.as4.ContentIds;
import org.rechnungseingang.service.peppol.as4.IncomingMessage;
import org.rechnungseingang.service.peppol.as4.MessageRefused;
import org.rechnungseingang.service.peppol.as4.SoapEnvelope;
import org.rechnungseingang.service.peppol.as4.Spool;

/** The parts of a request, read once from the wire (RFC 2387, SOAP Messages with Attachments). */
final class WireMessage {

    /** One more than a message has, so that the second one is refused for what it is. */
    private static final int MOST_ATTACHMENTS = 2;

    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?([^\";]*)");

    private final Message request;
    private final WireLimits limits;

    WireMessage(Message request, WireLimits limits) {
        this.request = request;
        this.limits = limits;
    }

    /** What comes over the wire. */
    static InputStream body(Message request) {
        return Optional.ofNullable(request.getContent(InputStream.class)).orElseGet(InputStream::nullInputStream);
    }

    /**
     * Reads it.
     *
     * @throws MessageRefused if it is not of that form, too large or too slow
     */
    IncomingMessage read() {
        try {
            InputStream wire = new BoundedWire(body(request), limits);
            return isMultipart() ? parts(wire) : new IncomingMessage(envelope(wire), Map.of(), true);
        } catch (IOException e) {
            throw refusal(e);
        } catch (RuntimeException e) {
            // CXF tells of broken MIME in several ways; what went wrong with files of ours is none of them.
            if (e instanceof MessageRefused || e instanceof UncheckedIOException) {
                throw e;
            }
            throw refusal(e);
        }
    }

    private static MessageRefused refusal(Exception failure) {
        MessageRefused refused = failure instanceof Spool.TooLarge || failure instanceof BoundedWire.TooMuch
                ? new MessageRefused(OTHER, "The message is larger or slower than is taken")
                : new MessageRefused(MIME_INCONSISTENCY, "The message is no complete MIME multipart/related");
        refused.initCause(failure);
        return refused;
    }

    private boolean isMultipart() {
        return contentType().toLowerCase(Locale.ROOT).startsWith("multipart/related");
    }

    private String contentType() {
        return Objects.requireNonNullElse((String) request.get(Message.CONTENT_TYPE), "");
    }

    private IncomingMessage parts(InputStream body) throws IOException {
        ClosingBoundary wire = new ClosingBoundary(body, boundary());
        request.setContent(InputStream.class, wire);
        AttachmentDeserializer mime = new AttachmentDeserializer(request);
        mime.initializeAttachments();
        byte[] envelope;
        try (InputStream root = request.getContent(InputStream.class)) {
            envelope = envelope(root);
        }
        Map<String, Attached> attachments = new HashMap<>();
        for (Attachment next = mime.readNext(); next != null; next = mime.readNext()) {
            add(next, attachments);
        }
        return new IncomingMessage(envelope, attachments, wire.seen());
    }

    // CXF would guess it.
    private String boundary() {
        return BOUNDARY.matcher(contentType())
                .results()
                .map(found -> found.group(1).strip())
                .filter(boundary -> !boundary.isEmpty())
                .findFirst()
                .orElseThrow(() -> new MessageRefused(MIME_INCONSISTENCY, "A multipart message names its boundary"));
    }

    private void add(Attachment next, Map<String, Attached> attachments) throws IOException {
        MessageRefused.unless(
                attachments.size() < MOST_ATTACHMENTS, FEATURE_NOT_SUPPORTED, "A message has exactly one payload");
        try (InputStream content = next.getDataHandler().getInputStream()) {
            Attached attached = new Attached(next.getDataHandler().getContentType(), Spool.of(content, limits.bytes()));
            // By the header itself: CXF takes it for a percent-coded reference.
            String id = ContentIds.ofHeader(Objects.requireNonNullElse(next.getHeader("Content-ID"), ""));
            MessageRefused.unless(
                    !id.isEmpty() && attachments.put(id, attached) == null,
                    MIME_INCONSISTENCY,
                    "Each attachment has a Content-ID of its own");
        }
    }

    private static byte[] envelope(InputStream in) throws IOException {
        return Spool.of(in, SoapEnvelope.MOST_BYTES).toBytes();
    }
}
