package org.rechnungseingang.service.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;
import org.rechnungseingang.service.tenant.TenantId;
import tools.jackson.databind.json.JsonMapper;

/** What an entry's hash is taken over; every field is part of the chain, the payload by its salted digest only. */
record Link(
        TenantId tenant,
        CaseId caseId,
        int number,
        String kind,
        Instant at,
        String by,
        byte[] payloadDigest,
        byte[] previous) {

    private static final HexFormat HEX = HexFormat.of();

    /** What the first entry of a case is linked to. */
    static byte[] beginning() {
        return new byte[32];
    }

    /** The digest of a payload: SHA-256 over salt and canonical text. The salt keeps a deleted payload from being guessed. */
    static byte[] digest(byte[] salt, String canonicalPayload) {
        MessageDigest digest = sha256();
        digest.update(salt);
        return digest.digest(canonicalPayload.getBytes(StandardCharsets.UTF_8));
    }

    /** The entry's hash: SHA-256 over its canonical JSON (RFC 8785). */
    byte[] hash() {
        return sha256().digest(canonical(json()).getBytes(StandardCharsets.UTF_8));
    }

    private String json() {
        return """
                {"tenant":"%s","case":"%s","number":%d,"kind":"%s","at":"%s","by":%s,"payload":"%s","previous":"%s"}""".formatted(
                tenant, caseId, number, kind, at, quoted(by), HEX.formatHex(payloadDigest), HEX.formatHex(previous));
    }

    private static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }

    static String canonical(String json) {
        try {
            return new JsonCanonicalizer(json).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
