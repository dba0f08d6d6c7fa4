package org.rechnungseingang.invoice;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A file inside the invoice (BT-125). The bytes stay in the document and are read on demand by {@link Attachments}.
 *
 * @param position the place among the embedded files of the document, from 0
 * @param mimeCode BT-125-1 as claimed by the sender
 * @param fileName BT-125-2 as claimed by the sender; never a path to write to
 * @param size decoded size in bytes, estimated from the length of the Base64 text
 */
public record Attachment(int position, Optional<String> mimeCode, Optional<String> fileName, long size) {

    static Attachment of(Node node) {
        return new Attachment(
                node.attribute(TreeBuilder.POSITION).map(Integer::parseInt).orElse(0),
                node.attribute("mimeCode"),
                node.attribute("filename"),
                size(node));
    }

    /** What has elements in it is no file and has no size. */
    private static long size(Node node) {
        return Fields.decimal(node.text()).map(BigDecimal::longValue).orElse(0L);
    }
}
