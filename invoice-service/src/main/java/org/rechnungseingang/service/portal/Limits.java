package org.rechnungseingang.service.portal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is taken in at once, on the upload page as over REST.
 *
 * @param invoice the largest file
 * @param largeUploads how many requests with files of more than 1 MiB are worked on at the same time; further ones are told
 *     to come again
 * @param checks how many checks somebody may wait for at the same time; further ones are told to come again
 */
@ConfigurationProperties("rechnungseingang.limits")
public record Limits(
        @DefaultValue("15MB") DataSize invoice,
        @DefaultValue("8") int largeUploads,
        @DefaultValue("4") int checks) {

    /** Refuses what cannot be held to. */
    public Limits {
        if (invoice.toBytes() < 1 || invoice.toBytes() >= Integer.MAX_VALUE || largeUploads < 1 || checks < 1) {
            throw new IllegalArgumentException("rechnungseingang.limits are positive and below 2 GB");
        }
    }

    /** The largest file, in bytes. */
    public int invoiceBytes() {
        return (int) invoice.toBytes();
    }
}
