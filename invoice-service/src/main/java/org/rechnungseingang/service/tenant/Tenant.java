package org.rechnungseingang.service.tenant;

/**
 * A town that uses the service.
 *
 * @param id its id, for ever
 * @param key what the configuration calls it; never changes
 * @param name as people read it, "Stadt Musterstadt"
 * @param receiptPrefix what its receipt numbers begin with, two to six capital letters; unique in the installation
 */
public record Tenant(TenantId id, String key, String name, String receiptPrefix) {}
