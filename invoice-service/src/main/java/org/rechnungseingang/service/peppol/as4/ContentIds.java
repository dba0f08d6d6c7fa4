package org.rechnungseingang.service.peppol.as4;

import static org.rechnungseingang.service.peppol.as4.EbmsError.MIME_INCONSISTENCY;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The names of attachments (RFC 2392): {@code <a@b>} in their header, {@code cid:a@b}, percent-coded, in references. */
public final class ContentIds {

    private static final String SCHEME = "cid:";

    private ContentIds() {}

    /** Of a reference that begins with {@code cid:}. */
    static String ofReference(String reference) {
        try {
            // A plus sign stands for itself.
            String coded = reference.substring(SCHEME.length()).replace("+", "%2B");
            return URLDecoder.decode(coded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new MessageRefused(MIME_INCONSISTENCY, "A reference to an attachment is wrongly percent-coded", e);
        }
    }

    /** Of a header field {@code Content-ID}. */
    public static String ofHeader(String field) {
        String bare = field.strip();
        return bare.startsWith("<") && bare.endsWith(">") ? bare.substring(1, bare.length() - 1) : bare;
    }
}
