package org.rechnungseingang.service.operation;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rechnungseingang.schematron.RuleSetName;
import org.rechnungseingang.schematron.Validator;
import org.rechnungseingang.service.database.DatabaseFacts;
import org.rechnungseingang.service.tenant.Tenant;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What the service runs on, each fact under a short name, in the order in which one reads them. */
@Component
class RunsOn {

    private static final long MEBIBYTE = 1024 * 1024;

    private final Environment environment;
    private final DatabaseFacts database;
    private final Validator validator;
    private final ConfiguredTowns towns;
    private final Clock clock;

    RunsOn(Environment environment, DatabaseFacts database, Validator validator, ConfiguredTowns towns, Clock clock) {
        this.environment = environment;
        this.database = database;
        this.validator = validator;
        this.towns = towns;
        this.clock = clock;
    }

    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("version", environment.getProperty("spring.application.version", "?"));
        facts.put("profile", profile());
        facts.put("java", "%s (%s)".formatted(Runtime.version(), System.getProperty("java.vm.vendor")));
        facts.put("database", database());
        facts.put("data", data());
        facts.put("rules", rules());
        facts.put("towns", towns());
        facts.put("limits", limits());
        facts.put("address", address());
        return facts;
    }

    private String profile() {
        String[] active = environment.getActiveProfiles();
        return active.length == 0 ? "none" : String.join(", ", active);
    }

    private String database() {
        return "PostgreSQL %s, %s, as %s, %s"
                .formatted(
                        database.version(),
                        database.url(),
                        database.applicationRole(),
                        database.durability().complete() ? "durable" : "NOT DURABLE: " + database.durability());
    }

    private String data() {
        return database.directory()
                .map(Path::toAbsolutePath)
                .map(directory -> "in the own PostgreSQL, " + directory)
                .orElse("in the operator's PostgreSQL");
    }

    private String rules() {
        List<RuleSetName> inForce = validator.ruleSets(LocalDate.now(clock));
        return inForce.stream().map(RuleSetName::toString).collect(Collectors.joining(", "));
    }

    private String towns() {
        String names = towns.all().stream().map(Tenant::name).collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }

    private String limits() {
        return "heap %d MiB, %d processors, invoice %s, upload %s, %s connections, %s jobs at once"
                .formatted(
                        Runtime.getRuntime().maxMemory() / MEBIBYTE,
                        Runtime.getRuntime().availableProcessors(),
                        environment.getProperty("rechnungseingang.limits.invoice"),
                        environment.getProperty("spring.servlet.multipart.max-request-size"),
                        environment.getProperty("spring.datasource.hikari.maximum-pool-size"),
                        environment.getProperty("db-scheduler.threads"));
    }

    private String address() {
        String tls = environment.containsProperty("server.ssl.bundle") ? "https" : "http";
        return "%s://%s:%s"
                .formatted(
                        tls,
                        environment.getProperty("server.address", "*"),
                        environment.getProperty("local.server.port", "?"));
    }
}
