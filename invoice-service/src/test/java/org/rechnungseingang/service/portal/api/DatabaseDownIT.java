package org.rechnungseingang.service.portal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.rechnungseingang.service.database.TestDatabase;
import org.rechnungseingang.service.portal.api.Partner.File;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.hikari.connection-timeout=500",
            "rechnungseingang.tenants.anstadt.name=Anstadt",
            "rechnungseingang.tenants.anstadt.receipt-prefix=ANS",
            "rechnungseingang.tenants.anstadt.api-token=" + Partner.TOKEN
        })
@DirtiesContext
class DatabaseDownIT {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final String NAME = DATABASE.url().substring(DATABASE.url().lastIndexOf('/') + 1);

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @AfterEach
    void up() {
        server().sql("alter database " + NAME + " allow_connections true").update();
    }

    @Test
    void asksEverySenderToComeAgainAndTakesTheInvoiceThen() {
        Partner partner = Partner.ofAnstadt(port);
        down();

        for (Answer answer : List.of(
                partner.handIn(Files.invoice("down")),
                partner.handIn(new File("down.xml", Files.invoice("down"))),
                partner.check(Files.invoice("down")),
                partner.status("ANS-2026-0000001-05"),
                Partner.withoutToken(port).send("GET", Paths.CONTRACT, BodyPublishers.noBody()))) {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.at("/code")).isEqualTo("unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("10");
            assertThat(answer.text()).doesNotContain("postgres").doesNotContain("Exception");
        }

        up();
        Answer taken = await().atMost(Duration.ofMinutes(1))
                .until(() -> partner.handIn(Files.invoice("down")), answer -> answer.status() == 202);
        assertThat(taken.at("/known")).isEqualTo("false");
    }

    @Test
    void tellsPeopleOnAPage() throws Exception {
        down();

        HttpResponse<String> page = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/login"))
                                .header("Accept", "text/html")
                                .header("Accept-Language", "de")
                                .build(),
                        BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).contains("10");
        assertThat(page.body())
                .contains("<h1>Die Datenbank antwortet gerade nicht</h1>", "bevor Sie sie wiederholen")
                .doesNotContain("Exception");
    }

    private static void down() {
        server().sql("alter database " + NAME + " allow_connections false").update();
        server().sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = ?")
                .param(NAME)
                .query()
                .listOfRows();
    }

    // Beside the database, which cannot be shut from inside.
    private static JdbcClient server() {
        PGSimpleDataSource server = (PGSimpleDataSource) DATABASE.superuser();
        server.setDatabaseName("postgres");
        return JdbcClient.create(server);
    }
}
