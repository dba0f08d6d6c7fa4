package org.rechnungseingang.service.routing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** Rules of each town for invoices whose routing id leads nowhere: {@code rechnungseingang.routing.<town>.rules}. */
@Validated
@ConfigurationProperties("rechnungseingang")
record RoutingProperties(@DefaultValue Map<String, @Valid Town> routing) {

    /**
     * The rules of one town.
     *
     * @param rules the first that fits counts
     */
    record Town(@DefaultValue List<@Valid Rule> rules) {

        static final Town EMPTY = new Town(List.of());
    }

    /**
     * One rule.
     *
     * @param field where to look
     * @param begins what the field's text begins with; blanks and capital letters do not count
     * @param officeKey the key of the office that it leads to
     */
    record Rule(
            @NotNull RoutingField field,
            @NotBlank String begins,
            @NotBlank String officeKey) {}
}
