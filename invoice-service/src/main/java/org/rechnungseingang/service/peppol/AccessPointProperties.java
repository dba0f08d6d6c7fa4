package org.rechnungseingang.service.peppol;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rechnungseingang.service.peppol.as4.TrustedCertificates.Revocation;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * This installation as a Peppol access point; without keys it is none.
 *
 * @param keys its keys, by names of the operator's: two while the second takes the first one's place
 * @param authorities file of certificates (PEM) of the authorities that issue access points' certificates; each is an
 *     anchor, so the root is not among them
 * @param revocation how it is found out whether a certificate was revoked
 * @param revocationLists files of revocation lists, beside those that certificates name; read anew when they change
 * @param payload the largest payload, uncompressed
 * @param patience how long a message may take to arrive
 * @param timestampPast how old {@code eb:Timestamp} may be: so long a sender goes on trying
 * @param timestampFuture how far ahead of our clock it may be
 * @param large messages with payloads of more than 1 MiB that are stored at the same time; bounds the memory they take
 */
@Validated
@ConfigurationProperties("rechnungseingang.access-point")
record AccessPointProperties(
        @DefaultValue Map<String, @Valid Key> keys,
        Optional<String> authorities,
        @DefaultValue("HARD_FAIL") Revocation revocation,
        @DefaultValue List<String> revocationLists,
        @DefaultValue("110MB") DataSize payload,
        @DefaultValue("5m") Duration patience,
        @DefaultValue("7d") Duration timestampPast,
        @DefaultValue("10m") Duration timestampFuture,
        @DefaultValue("2") int large) {

    AccessPointProperties {
        if (payload.toBytes() < 1 || payload.toBytes() > 1L << 30 || large < 1) {
            throw new IllegalArgumentException(
                    "rechnungseingang.access-point.payload is positive and at most 1 GB, large at least 1");
        }
    }

    /**
     * A key and its certificate.
     *
     * @param file PKCS#12
     * @param password of the file and the key
     */
    record Key(@NotBlank String file, @NotBlank String password) {

        @Override
        public String toString() {
            return file;
        }
    }
}
