package org.rechnungseingang.service.validation;

import jakarta.validation.Valid;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** What each town checks beside the official rules: {@code rechnungseingang.validation.<town>}. */
@Validated
@ConfigurationProperties("rechnungseingang")
record ValidationProperties(@DefaultValue Map<String, @Valid Town> validation) {

    /**
     * One town.
     *
     * @param localRules the folder with its own rules, files {@code *.sch}; none has none
     */
    record Town(Optional<String> localRules) {}
}
