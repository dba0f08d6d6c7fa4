package org.rechnungseingang.service.operation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says once, when the service is ready, what it runs on and what is missing. */
@Component
class StartUp {

    private static final Logger log = LoggerFactory.getLogger(StartUp.class);

    private final RunsOn runsOn;
    private final ConfiguredTowns towns;

    StartUp(RunsOn runsOn, ConfiguredTowns towns) {
        this.runsOn = runsOn;
        this.towns = towns;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        tell(runsOn.facts());
        warn(JdkFaults.known().of(Runtime.version()));
        towns.missing().forEach(log::warn);
    }

    private static void tell(Map<String, String> facts) {
        LoggingEventBuilder event = log.atInfo();
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            event = event.addKeyValue(fact.getKey(), fact.getValue());
        }
        event.log(facts.entrySet().stream()
                .map(fact -> "%-12s %s".formatted(fact.getKey(), fact.getValue()))
                .collect(Collectors.joining("\n", "Der Dienst läuft / the service is running\n", "")));
    }

    private static void warn(List<String> faults) {
        if (!faults.isEmpty()) {
            log.warn(
                    "Dieses Java ({}) hat bekannte Fehler im XML-Parser, durch den jede Rechnung geht: {}. Bitte aktualisieren.\n"
                            + "This Java ({}) has known faults in the XML parser that every invoice goes through: {}. Please update.",
                    Runtime.version(),
                    String.join(", ", faults),
                    Runtime.version(),
                    String.join(", ", faults));
        }
    }
}
