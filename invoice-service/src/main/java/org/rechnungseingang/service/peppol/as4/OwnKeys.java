package org.rechnungseingang.service.peppol.as4;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The keys of this access point: two while one takes the other's place. Every one opens messages; of those that are valid
 * today the one that ends first signs.
 */
public final class OwnKeys {

    private final List<OwnKey> keys;
    private final Clock clock;

    /**
     * With these keys.
     *
     * @throws IllegalArgumentException if there is none, or they are of several access points
     */
    public OwnKeys(List<OwnKey> keys, Clock clock) {
        this.keys = keys.stream().sorted(Comparator.comparing(OwnKey::until)).toList();
        this.clock = clock;
        if (keys.stream().map(OwnKey::party).distinct().count() != 1) {
            throw new IllegalArgumentException("An access point has one name, and one key or more: " + keys);
        }
    }

    /** All of them. */
    public List<OwnKey> all() {
        return keys;
    }

    /** The name of this access point. */
    public String party() {
        return keys.get(0).party();
    }

    OwnKey signing() {
        Instant now = clock.instant();
        // With none that is valid one signs all the same: whoever gets the answer sees why he cannot believe it.
        return keys.stream().filter(key -> key.lasts(now)).findFirst().orElse(keys.get(0));
    }
}
