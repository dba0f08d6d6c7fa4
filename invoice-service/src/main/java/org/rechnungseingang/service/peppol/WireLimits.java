package org.rechnungseingang.service.peppol;

import java.time.Duration;

/**
 * How much is read from the wire.
 *
 * @param bytes of a whole request
 * @param patience how long it may take
 */
record WireLimits(long bytes, Duration patience) {

    /** What a request may have beside the payload: its envelope, MIME, what encryption adds, what cannot be compressed. */
    private static final long BESIDE = 2L << 20;

    static WireLimits of(AccessPointProperties properties) {
        return new WireLimits(properties.payload().toBytes() + BESIDE, properties.patience());
    }
}
