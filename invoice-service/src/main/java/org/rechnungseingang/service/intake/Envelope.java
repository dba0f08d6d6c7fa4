package org.rechnungseingang.service.intake;

import java.time.Instant;
import java.util.Optional;
import org.rechnungseingang.service.journal.Actor;

/**
 * One file as it arrived on a channel.
 *
 * @param channel how it came
 * @param receivedAt when it reached the town; not when we got round to it: periods such as that of § 286(3) BGB begin with it
 * @param sender who handed it in
 * @param fileName the name that the sender gave it, for people to read only; never a path
 * @param bytes what arrived, unchanged
 */
public record Envelope(Channel channel, Instant receivedAt, Actor sender, Optional<String> fileName, byte[] bytes) {

    private static final int LONGEST_NAME = 200;

    public Envelope {
        fileName = fileName.map(Envelope::harmless).filter(name -> !name.isBlank());
    }

    // Only the last part of a path, without control and direction characters that could disguise it.
    private static String harmless(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "").strip();
        return clean.substring(0, Math.min(clean.length(), LONGEST_NAME));
    }
}
