package org.rechnungseingang.service.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rechnungseingang.service.database.WithDatabase;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.tenant.Tenants;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Without the demo: one town, one administrator, one clerk. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "rechnungseingang.tenants.betriebsstadt.name=Betriebsstadt",
            "rechnungseingang.tenants.betriebsstadt.receipt-prefix=BTR",
            "rechnungseingang.tenants.betriebsstadt.hosts=localhost",
            "rechnungseingang.tenants.betriebsstadt.api-token=token-of-betriebsstadt-for-tests-only",
            "rechnungseingang.people.betriebsstadt.accounts.betrieb.name=Betrieb",
            "rechnungseingang.people.betriebsstadt.accounts.betrieb.password=password-of-betrieb",
            "rechnungseingang.people.betriebsstadt.accounts.betrieb.roles=ADMINISTRATOR",
            "rechnungseingang.people.betriebsstadt.accounts.beispiel.name=Bärbel Beispiel",
            "rechnungseingang.people.betriebsstadt.accounts.beispiel.password=password-of-beispiel",
            "rechnungseingang.people.betriebsstadt.accounts.beispiel.roles=CLERK"
        })
@WithDatabase
@ExtendWith(OutputCaptureExtension.class)
class OperationIT {

    private static final String ADMINISTRATOR = "betrieb:password-of-betrieb";
    private static final String CLERK = "beispiel:password-of-beispiel";

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private RunsOn runsOn;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private Tenants tenants;

    @Autowired
    private CurrentTenant current;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void saysWhatItRunsOn() {
        assertThat(runsOn.facts())
                .containsEntry("profile", "none")
                .containsEntry("towns", "Betriebsstadt")
                .containsEntry("data", "in the operator's PostgreSQL")
                .hasEntrySatisfying(
                        "java",
                        java -> assertThat(java).startsWith(Runtime.version().toString()))
                .hasEntrySatisfying(
                        "database",
                        text -> assertThat(text)
                                .startsWith("PostgreSQL 1")
                                .contains("as rechnungseingang_app")
                                .doesNotContain("password"))
                .hasEntrySatisfying("rules", text -> assertThat(text).contains("xrechnung-ubl-invoice 3.0.2"))
                .hasEntrySatisfying(
                        "limits",
                        text -> assertThat(text)
                                .contains("invoice 15MB", "16 connections", "4 jobs")
                                .doesNotContain("null"));
    }

    @Test
    void tellsStrangersOfHealthNoMoreThanUp() throws Exception {
        for (String probe : new String[] {"liveness", "readiness"}) {
            HttpResponse<String> answer = get("/actuator/health/" + probe, "");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
        }
    }

    @Test
    void answersAProbeWithAPasswordAsWithout() throws Exception {
        for (String probe : new String[] {"liveness", "readiness"}) {
            for (String login : new String[] {ADMINISTRATOR, CLERK, "betrieb:not-the-password"}) {
                HttpResponse<String> answer = get("/actuator/health/" + probe, login);
                assertThat(answer.statusCode()).as("%s by %s", probe, login).isEqualTo(200);
                assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
            }
        }
    }

    @Test
    void opensTheTechnicalEndpointsToAnAdministratorOnly() throws Exception {
        for (String endpoint : new String[] {"health", "health/work", "info", "metrics", "prometheus"}) {
            assertThat(get("/actuator/" + endpoint, "").statusCode())
                    .as(endpoint)
                    .isEqualTo(401);
            assertThat(get("/actuator/" + endpoint, CLERK).statusCode())
                    .as(endpoint)
                    .isEqualTo(403);
            assertThat(get("/actuator/" + endpoint, ADMINISTRATOR).statusCode())
                    .as(endpoint)
                    .isEqualTo(200);
        }
    }

    @Test
    void asksForAttentionWhileADeadLetterWaitsAndStaysReady() throws Exception {
        UUID letter = UUID.randomUUID();
        inTown(
                "insert into dead_letter (tenant, id, job, attempts, reason, failed_at)"
                        + " values (current_setting('app.tenant')::uuid, ?, 'check/lost', 8, 'test', now())",
                letter);
        try {
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                JsonNode health = json(get("/actuator/health/work", ADMINISTRATOR));
                assertThat(health.path("status").asString()).isEqualTo("ATTENTION");
                assertThat(health.at("/components/openWork/details/deadLetters").asInt())
                        .isEqualTo(1);
            });
            assertThat(get("/actuator/health/work", ADMINISTRATOR).statusCode()).isEqualTo(200);
            assertThat(get("/actuator/health/readiness", "").statusCode()).isEqualTo(200);
            assertThat(get("/actuator/prometheus", ADMINISTRATOR).body())
                    .containsPattern("rechnungseingang_dead_letters(\\{.*})? 1\\.0");
        } finally {
            inTown("delete from dead_letter where tenant = current_setting('app.tenant')::uuid and id = ?", letter);
        }
    }

    @Test
    void asksForAttentionWhileAMailIsSetAside() throws Exception {
        UUID mail = UUID.randomUUID();
        inTown(
                "insert into mail_trouble (tenant, mailbox, uid_validity, uid, id, attempts, cause, reason, set_aside,"
                        + " received_at, last_at) values (current_setting('app.tenant')::uuid, 'rechnung', 1, 1, ?, 1,"
                        + " 'TOO_LARGE', 'test', true, now(), now())",
                mail);
        try {
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                JsonNode health = json(get("/actuator/health/work", ADMINISTRATOR));
                assertThat(health.path("status").asString()).isEqualTo("ATTENTION");
                assertThat(health.at("/components/openWork/details/mailsSetAside")
                                .asInt())
                        .isEqualTo(1);
                assertThat(health.at("/components/openWork/details/feedbackSetAside")
                                .asInt(-1))
                        .isZero();
            });
            assertThat(get("/actuator/prometheus", ADMINISTRATOR).body())
                    .containsPattern("rechnungseingang_left_lying\\{[^}]*place=\"mailsSetAside\"[^}]*} 1\\.0");
        } finally {
            inTown("delete from mail_trouble where tenant = current_setting('app.tenant')::uuid and id = ?", mail);
        }
    }

    @Test
    void countsAndLogsEachDocumentUnderItsNumber(CapturedOutput output) throws Exception {
        String content = "<?xml version=\"1.0\"?><Invoice xmlns=\"urn:example:" + UUID.randomUUID() + "\"/>";
        double received = counted("rechnungseingang.received", "again", "false");
        double again = counted("rechnungseingang.received", "again", "true");
        double checked = counted("rechnungseingang.checked", "outcome", "refused");

        String number = json(handIn(content)).path("receiptNumber").asString();
        assertThat(number).startsWith("BTR-");
        handIn(content);

        assertThat(counted("rechnungseingang.received", "again", "false")).isEqualTo(received + 1);
        assertThat(counted("rechnungseingang.received", "again", "true")).isEqualTo(again + 1);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(counted("rechnungseingang.checked", "outcome", "refused"))
                        .isEqualTo(checked + 1));
        assertThat(lines(output, number))
                .filteredOn(line -> line.contains("Checked: refused"))
                .hasSize(1);
        assertThat(lines(output, number))
                .filteredOn(line -> line.contains("Received by rest"))
                .hasSize(2)
                .allMatch(line -> line.contains("\"tenant\":\"betriebsstadt\""));
        assertThat(output.getOut()).doesNotContain("urn:example:");
    }

    private static List<String> lines(CapturedOutput output, String number) {
        return output.getOut()
                .lines()
                .filter(line -> line.contains("\"receiptNumber\":\"" + number + "\""))
                .toList();
    }

    private double counted(String meter, String tag, String value) {
        return meters.find(meter).tag(tag, value).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private void inTown(String sql, UUID parameter) {
        current.runWithin(
                tenants.ofKey("betriebsstadt").orElseThrow().id(),
                () -> transaction.executeWithoutResult(
                        status -> jdbc.sql(sql).param(parameter).update()));
    }

    private HttpResponse<String> handIn(String content) throws Exception {
        return http.send(
                HttpRequest.newBuilder(at("/api/v1/invoices"))
                        .header("Authorization", "Bearer token-of-betriebsstadt-for-tests-only")
                        .header("Content-Type", "application/xml")
                        .POST(HttpRequest.BodyPublishers.ofString(content))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String login) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
        if (!login.isEmpty()) {
            String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
            request = request.header("Authorization", "Basic " + basic);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
