package org.rechnungseingang.service.tenant;

import java.util.UUID;

/** Towns without a database. */
public final class TenantKeys {

    private TenantKeys() {}

    /** A town of that key. */
    public static TenantId named(CurrentTenant current, String key) {
        TenantId town = new TenantId(UUID.randomUUID());
        current.named(town, key);
        return town;
    }
}
