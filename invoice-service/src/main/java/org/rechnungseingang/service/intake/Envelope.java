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

    public Envelope {
        fileName = fileName.map(FileNames::harmless).filter(name -> !name.isBlank());
    }
}
