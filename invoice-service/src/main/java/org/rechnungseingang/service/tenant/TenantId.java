package org.rechnungseingang.service.tenant;

import java.util.UUID;

/** Names one town (or another administration) that uses the service; every row belongs to exactly one. */
public record TenantId(UUID value) {

    /**
     * Reads an id from its text form.
     *
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static TenantId of(String text) {
        return new TenantId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
