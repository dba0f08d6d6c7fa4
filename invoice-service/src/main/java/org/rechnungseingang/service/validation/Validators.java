package org.rechnungseingang.service.validation;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.rechnungseingang.schematron.LocalRules;
import org.rechnungseingang.schematron.LocalRulesRefused;
import org.rechnungseingang.schematron.Validator;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Each town's validator: the official rules that all share, and beside them those of the town, compiled at the start. */
@Component
class Validators {

    private static final Logger LOGGER = LoggerFactory.getLogger(Validators.class);

    private final Validator official;
    private final Map<String, Validator> withLocalRules;
    private final CurrentTenant tenant;

    /**
     * Compiles the towns' own rules.
     *
     * @throws TownRulesRefused if those of one town cannot be used
     */
    Validators(Validator official, ValidationProperties properties, CurrentTenant tenant) {
        this.official = official;
        this.tenant = tenant;
        Map<String, Validator> towns = new HashMap<>();
        properties
                .validation()
                .forEach((town, settings) -> settings.localRules()
                        .ifPresent(folder -> towns.put(town, official.with(rules(town, Path.of(folder))))));
        this.withLocalRules = Map.copyOf(towns);
    }

    /** The validator of the town that the work on this thread is done for. */
    Validator current() {
        return tenant.key().map(withLocalRules::get).orElse(official);
    }

    private static LocalRules rules(String town, Path folder) {
        try {
            LocalRules rules = LocalRules.in(folder);
            LOGGER.info(
                    "{}: files of local rules in {}: {}",
                    town,
                    folder.toAbsolutePath().normalize(),
                    rules.size());
            return rules;
        } catch (LocalRulesRefused refused) {
            throw new TownRulesRefused(town, folder, refused);
        }
    }
}
