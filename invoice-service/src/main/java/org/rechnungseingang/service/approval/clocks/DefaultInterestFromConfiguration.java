package org.rechnungseingang.service.approval.clocks;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/** The base rates that the Bundesbank announces for each half of a year, as the configuration has them. */
@Configuration(proxyBeanMethods = false)
class DefaultInterestFromConfiguration {

    @Bean
    DefaultInterest defaultInterest(DefaultInterestProperties properties) {
        return new DefaultInterest(
                properties.baseRates().stream().collect(Collectors.toMap(BaseRate::from, BaseRate::percent)));
    }

    /**
     * For all towns.
     *
     * @param baseRates those that were announced (§ 247 BGB)
     */
    @Validated
    @ConfigurationProperties("rechnungseingang.default-interest")
    record DefaultInterestProperties(@NotEmpty List<@Valid BaseRate> baseRates) {}

    /**
     * A base rate.
     *
     * @param from the first day on which it holds
     * @param percent in per cent a year
     */
    record BaseRate(@NotNull LocalDate from, @NotNull BigDecimal percent) {}
}
