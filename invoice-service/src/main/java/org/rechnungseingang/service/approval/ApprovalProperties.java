package org.rechnungseingang.service.approval;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** Who may decide what in each town: {@code rechnungseingang.approval.<town>}. */
@Validated
@ConfigurationProperties("rechnungseingang")
record ApprovalProperties(@DefaultValue Map<String, @Valid Town> approval) {

    /** A credit transfer, and a SEPA credit transfer (UNTDID 4461). */
    private static final Set<String> CREDIT_TRANSFERS = Set.of("30", "58");

    /** The rules of the town, or what counts where nothing is configured. */
    Town town(String key) {
        return approval.getOrDefault(key, Town.EMPTY);
    }

    /**
     * One town.
     *
     * @param powers who may decide what
     * @param transferCodes the payment means (BT-81) that lead to a transfer
     */
    record Town(
            @DefaultValue List<@Valid Entry> powers,
            @DefaultValue({"30", "58"}) @NotEmpty Set<String> transferCodes) {

        static final Town EMPTY = new Town(List.of(), CREDIT_TRANSFERS);
    }

    /**
     * One power.
     *
     * @param holder the login of the account that has it
     * @param kind for what
     * @param limit up to this amount in euro; none is no limit
     * @param office the key of the office whose cases it is for; none is every office
     * @param grantor who gave it
     * @param document the paper that says so
     * @param validFrom the first day
     * @param validTo the last day; none is until further notice
     */
    record Entry(
            @NotBlank String holder,
            @NotNull PowerKind kind,

            Optional<@Positive @Digits(integer = 12, fraction = 2) BigDecimal> limit,

            Optional<String> office,
            @NotBlank String grantor,
            @NotBlank String document,
            @NotNull LocalDate validFrom,
            Optional<LocalDate> validTo) {

        Optional<Long> limitCents() {
            return limit.map(euro -> euro.movePointRight(2).longValueExact());
        }
    }
}
