package org.rechnungseingang.service.peppol.as4;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A SOAP part and one attachment as one body (SOAP with Attachments, RFC 2387).
 *
 * @param contentType with the boundary
 */
record NewMime(String contentType, byte[] body) {

    static NewMime of(byte[] soap, String contentId, byte[] attachment) {
        String boundary = "part-" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream(soap.length + attachment.length + 1_000);
        add(
                body,
                "--" + boundary + "\r\nContent-Type: application/soap+xml;charset=UTF-8\r\n"
                        + "Content-Transfer-Encoding: binary\r\n\r\n");
        body.writeBytes(soap);
        add(
                body,
                "\r\n--" + boundary + "\r\nContent-Type: application/octet-stream\r\n"
                        + "Content-Transfer-Encoding: binary\r\nContent-ID: <" + contentId + ">\r\n\r\n");
        body.writeBytes(attachment);
        add(body, "\r\n--" + boundary + "--\r\n");
        return new NewMime(
                "multipart/related; boundary=\"" + boundary + "\"; type=\"application/soap+xml\"", body.toByteArray());
    }

    private static void add(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
