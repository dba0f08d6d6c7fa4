package org.rechnungseingang.service.peppol.outbound;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How this access point sends; without {@code endpoints} and {@code lookup} it sends nothing.
 *
 * @param endpoints known ones, by names of the operator's; they go before the lookup
 * @param lookup how other endpoints are found
 * @param country where this access point is, ISO 3166-1 alpha-2, for the scope {@code COUNTRY_C1}
 * @param connectTimeout how long it may take to be connected
 * @param patience how long an access point may take to answer
 * @param pause how long one is left alone that did not answer several times
 */
@Validated
@ConfigurationProperties(OutboundProperties.PREFIX)
record OutboundProperties(
        @DefaultValue Map<String, @Valid FixedEndpoint> endpoints,
        @Nullable @Valid NetworkLookup lookup,
        @DefaultValue("DE") @Pattern(regexp = "[A-Z]{2}") String country,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("30s") Duration patience,
        @DefaultValue("1m") Duration pause) {

    static final String PREFIX = "rechnungseingang.access-point.outbound";

    // The binder takes no Optional of a record.
    Optional<NetworkLookup> network() {
        return Optional.ofNullable(lookup);
    }

    /** What is read because of this property; what is wrong with it is said with its name. */
    static <T> T read(String property, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new IllegalStateException(PREFIX + "." + property + ": " + e.getMessage(), e);
        }
    }

    /** Fails unless it holds for this property. */
    static void hold(boolean holds, String property, String rule) {
        if (!holds) {
            throw new IllegalStateException(PREFIX + "." + property + ": " + rule);
        }
    }

    /**
     * Where a participant receives everything.
     *
     * @param participant {@code 0242:000200}, without the {@code iso6523-actorid-upis} that it always begins with
     * @param url of the access point; https, or http on this machine
     * @param certificate file of its certificate (PEM or DER)
     */
    record FixedEndpoint(
            @NotBlank
            @Pattern(
                    regexp = "[0-9]{4}:[!-~]{1,130}",
                    message = "is a scheme of four digits, a colon and a value, as in 0242:000200")
            String participant,

            @NotNull URI url,
            @NotBlank String certificate) {}

    /**
     * The network's directory.
     *
     * @param authorities file of certificates (PEM) of the authorities that issue publishers' certificates
     * @param zone of the DNS in which participants are looked up
     * @param server the name server that is asked, as {@code host:port}; without it the machine's own
     * @param publisher the one publisher of a closed network, asked instead of the DNS; https, or http on this machine
     * @param privateAddresses whether publishers and access points that are found may be in private networks
     * @param patience how long a name server and a publisher may take to answer
     */
    record NetworkLookup(
            @NotBlank String authorities,

            @DefaultValue("participant.sml.prod.tech.peppol.org")
            String zone,

            Optional<String> server,
            Optional<URI> publisher,
            @DefaultValue("false") boolean privateAddresses,
            @DefaultValue("10s") Duration patience) {}
}
