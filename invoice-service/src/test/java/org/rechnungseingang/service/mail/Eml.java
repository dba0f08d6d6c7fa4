package org.rechnungseingang.service.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** A mail being written by a test, header by header, so that it can be as odd as those of real programs. */
final class Eml {

    static final String SENDER = "buchhaltung@saubermann.example";

    private final String subject;
    private final List<String> parts = new ArrayList<>();
    private String type = "multipart/mixed";

    private Eml(String subject) {
        this.subject = subject;
    }

    static Eml about(String subject) {
        Eml mail = new Eml(subject);
        return mail.part("Content-Type: text/plain; charset=utf-8", "Guten Tag,\r\n\r\nanbei unsere Rechnung.");
    }

    Eml as(String multipart) {
        type = multipart;
        return this;
    }

    Eml attach(String name, String mediaType, byte[] bytes) {
        return attach(
                "Content-Type: %s\r\nContent-Disposition: attachment; filename=\"%s\"".formatted(mediaType, name),
                bytes);
    }

    /** With a header of its own, packed as base64. */
    Eml attach(String header, byte[] bytes) {
        return part(
                header + "\r\nContent-Transfer-Encoding: base64",
                Base64.getMimeEncoder().encodeToString(bytes));
    }

    /** A part exactly so. */
    Eml part(String header, String body) {
        parts.add(header + "\r\n\r\n" + body + "\r\n");
        return this;
    }

    Eml forwarding(byte[] mail) {
        return part(
                "Content-Type: message/rfc822\r\nContent-Disposition: attachment",
                new String(mail, StandardCharsets.ISO_8859_1));
    }

    byte[] bytes() {
        String boundary = "=_" + UUID.randomUUID();
        StringBuilder mail = new StringBuilder("""
                Return-Path: <%1$s>
                Received: from mx.example by mail.town.example; Fri, 20 Nov 2026 09:29:58 +0100
                From: Buchhaltung <%1$s>
                To: rechnung@town.example
                Subject: %2$s
                Date: Fri, 20 Nov 2026 09:29:57 +0100
                Message-ID: <%3$s@saubermann.example>
                MIME-Version: 1.0
                Content-Type: %4$s; boundary="%5$s"

                """.formatted(SENDER, subject, UUID.randomUUID(), type, boundary)
                .replace("\n", "\r\n"));
        parts.forEach(part -> mail.append("--").append(boundary).append("\r\n").append(part));
        mail.append("--").append(boundary).append("--\r\n");
        return mail.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** An invoice of the samples, so changed that nobody has sent its bytes before. */
    static byte[] invoice() {
        return concat(sample("good/ubl-01-schulbedarf.xml"), "<!-- " + UUID.randomUUID() + " -->\n");
    }

    /** A PDF of the samples, likewise; a PDF may have words after its end. */
    static byte[] pdf(String name) {
        return concat(sample(name), "\n%" + UUID.randomUUID() + "\n");
    }

    static byte[] sample(String name) {
        try {
            return Files.readAllBytes(Path.of(System.getProperty("basedir", "."))
                    .resolve("../samples")
                    .resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] concat(byte[] first, String rest) {
        byte[] second = rest.getBytes(StandardCharsets.US_ASCII);
        byte[] whole = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, whole, first.length, second.length);
        return whole;
    }
}
