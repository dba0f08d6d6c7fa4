package org.rechnungseingang.service.tenant;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** The towns of this installation: {@code rechnungseingang.tenants.<key>}; the key never changes. */
@Validated
@ConfigurationProperties("rechnungseingang")
record TenantProperties(@DefaultValue Map<String, @Valid Town> tenants) {

    /**
     * One town.
     *
     * @param name as people read it
     * @param receiptPrefix what its receipt numbers begin with
     * @param hosts the host names its people use in the browser, without port
     * @param apiToken the bearer token of the REST interface, at least 32 characters; none switches the interface off
     */
    record Town(
            @NotBlank String name,

            @Pattern(regexp = "[A-Z]{2,6}", message = "two to six capital letters")
            String receiptPrefix,

            @DefaultValue List<String> hosts,
            Optional<String> apiToken) {

        @Override
        public String toString() {
            return name;
        }
    }
}
