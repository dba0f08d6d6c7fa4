package org.rechnungseingang.service.peppol;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A message as it goes over HTTP.
 *
 * @param type of the content
 */
public record HttpMessage(String type, byte[] body) {

    private static final String BOUNDARY = "----=_Part_0_1063451154.1795451259996";

    /**
     * A part of it.
     *
     * @param header all lines, without the empty one at the end
     */
    record Part(String header, byte[] content) {

        static Part soap(String envelope) {
            return new Part(
                    "Content-Type: application/soap+xml;charset=UTF-8\r\nContent-Transfer-Encoding: binary",
                    envelope.getBytes(StandardCharsets.UTF_8));
        }

        static Part attachment(String contentId, byte[] content) {
            return new Part(
                    "Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\n"
                            + "Content-Description: Attachment\r\nContent-ID: <" + contentId + ">",
                    content);
        }
    }

    static HttpMessage of(List<Part> parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Part part : parts) {
            add(body, "--" + BOUNDARY + "\r\n" + part.header() + "\r\n\r\n");
            body.writeBytes(part.content());
            add(body, "\r\n");
        }
        add(body, "--" + BOUNDARY + "--\r\n");
        return new HttpMessage(
                "multipart/related; boundary=\"" + BOUNDARY + "\"; type=\"application/soap+xml\"", body.toByteArray());
    }

    private static void add(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The SOAP part. */
    public String soap() {
        return Texts.element(new String(body, StandardCharsets.ISO_8859_1), "S12:Envelope");
    }

    HttpMessage ofType(String other) {
        return new HttpMessage(other, body);
    }

    HttpMessage withBody(byte[] other) {
        return new HttpMessage(type, other);
    }
}
