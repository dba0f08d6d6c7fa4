package org.rechnungseingang.service.demo;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rechnungseingang.service.database.DatabaseFacts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells at the end of the start where to look, who can log in and where the data lie. */
@Component
@Profile("demo")
class Welcome {

    private static final Logger log = LoggerFactory.getLogger(Welcome.class);

    private final DemoProperties properties;
    private final Partners partners;
    private final DatabaseFacts database;
    private final Environment environment;

    Welcome(DemoProperties properties, Partners partners, DatabaseFacts database, Environment environment) {
        this.properties = properties;
        this.partners = partners;
        this.database = database;
        this.environment = environment;
    }

    // Readiness comes after whatever else is said at the start.
    @EventListener
    void tell(AvailabilityChangeEvent<ReadinessState> event) {
        if (event.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
            log.info("{}", text());
        }
    }

    String text() {
        String address = "http://localhost:" + environment.getRequiredProperty("local.server.port");
        return """
                Vorführung – nicht für den Betrieb / demo – not for production

                  %s
                      Anmelden / log in
                %s
                  %s/api/v1/openapi.yaml
                      Schnittstelle / REST interface
                      Authorization: Bearer %s

                  smtp://127.0.0.1:%d
                      Mailserver: was an %s geht, kommt in den Eingang
                      mail server: what is sent to that address becomes a case
                  %s
                      Finanzwesen: bucht und zahlt von selbst / finance system: posts and pays by itself
                      Authorization: Bearer %s

                  %s/as4
                      Peppol: Access Point POP000100 für 0204:05999001…; senden: samples/peppol-sender/send
                      Peppol: access point POP000100 for 0204:05999001…; to send: samples/peppol-sender/send

                  Von der E-Mail bis „Bezahlt“: clerk bescheinigt, budget ordnet an, nach etwa 15 s ist bezahlt
                  From mail to paid: clerk certifies, budget orders, it is paid after about 15 s

                  %s
                      Daten; sie bleiben über einen Neustart / data; they stay over a restart
                """.formatted(
                        address,
                        accounts(),
                        address,
                        token(),
                        partners.smtpPort(),
                        partners.address(),
                        partners.finance(),
                        Partners.financeToken(environment, properties),
                        address,
                        data());
    }

    private String accounts() {
        return accountsOfTown().entrySet().stream()
                .map(entry -> "      %-12s %-20s %s%n"
                        .formatted(
                                entry.getKey(),
                                entry.getValue().password(),
                                entry.getValue().name()))
                .collect(Collectors.joining());
    }

    private Map<String, Account> accountsOfTown() {
        return Binder.get(environment)
                .bind(
                        "rechnungseingang.people." + properties.town() + ".accounts",
                        Bindable.mapOf(String.class, Account.class))
                .map(TreeMap::new)
                .orElseGet(TreeMap::new);
    }

    private String token() {
        return environment.getProperty("rechnungseingang.tenants." + properties.town() + ".api-token", "");
    }

    private String data() {
        return database.directory()
                .map(directory -> directory.toAbsolutePath().normalize().toString())
                .orElse(database.url());
    }

    /** A demo account, as the configuration has it. */
    record Account(String name, String password) {}
}
