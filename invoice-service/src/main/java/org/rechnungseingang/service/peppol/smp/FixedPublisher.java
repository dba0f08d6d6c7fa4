package org.rechnungseingang.service.peppol.smp;

import java.net.URI;
import org.rechnungseingang.service.peppol.as4.BusinessDocument.Identifier;
import org.rechnungseingang.service.peppol.http.Addresses;

/**
 * One publisher for all participants, without a directory of publishers: for closed set-ups.
 *
 * @param address {@code https} except on this machine
 */
public record FixedPublisher(URI address) implements Publishers {

    /** Refuses plain text. */
    public FixedPublisher {
        if (!Addresses.isSafe(address)) {
            throw new IllegalArgumentException(
                    "A publisher's address begins with https:// unless it is on this machine: " + address);
        }
    }

    @Override
    public URI of(Identifier participant) {
        return address;
    }
}
