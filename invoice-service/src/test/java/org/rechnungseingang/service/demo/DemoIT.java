package org.rechnungseingang.service.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rechnungseingang.service.database.WithDatabase;
import org.rechnungseingang.service.demo.SupplierProgram.Result;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.tenant.Tenants;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@WithDatabase
class DemoIT {

    @TempDir
    private static Path samples;

    @LocalServerPort
    private int port;

    @Autowired
    private Welcome welcome;

    @Autowired
    private Tenants tenants;

    @Autowired
    private CurrentTenant tenant;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void samples(DynamicPropertyRegistry registry) throws IOException {
        Files.createDirectories(samples.resolve("good"));
        Files.createDirectories(samples.resolve("bad"));
        Files.writeString(samples.resolve("good/a.xml"), "<a/>");
        Files.writeString(samples.resolve("good/ä ö.xml"), "<b/>");
        Files.writeString(samples.resolve("bad/text.txt"), "text");
        registry.add("rechnungseingang.demo.samples", samples::toString);
    }

    @Test
    void handsInEverySampleWithItsName() {
        await().atMost(Duration.ofSeconds(60)).until(() -> cases() == 3);

        assertThat(inTown(() -> jdbc.sql("select distinct file_name from delivery where tenant = ?")
                        .param(tenant.required().value())
                        .query(String.class)
                        .list()))
                .containsExactlyInAnyOrder("a.xml", "ä ö.xml", "text.txt");
    }

    @Test
    void findsItsSamplesKnownAtTheNextStart() throws IOException, InterruptedException {
        await().atMost(Duration.ofSeconds(60)).until(() -> cases() == 3);
        SupplierProgram again = new SupplierProgram(
                URI.create("http://127.0.0.1:" + port), "demo-token-musterstadt-not-for-production");

        for (Path file : Samples.in(samples)) {
            assertThat(again.handIn(file)).isEqualTo(Result.KNOWN);
        }
        assertThat(cases()).isEqualTo(3);
    }

    @Test
    void isToldWhenAFileIsNotTaken() throws IOException, InterruptedException {
        SupplierProgram stranger = new SupplierProgram(URI.create("http://127.0.0.1:" + port), "wrong");

        assertThat(stranger.handIn(samples.resolve("good/a.xml"))).isEqualTo(Result.REFUSED);
    }

    @Test
    void tellsWhereToLookAndWhoCanLogIn() {
        assertThat(welcome.text())
                .contains("http://localhost:" + port)
                .contains("clerk", "treasurer2", "musterstadt-demo", "demo-token-musterstadt-not-for-production")
                .contains("jdbc:postgresql:");
    }

    private long cases() {
        return count("invoice_case");
    }

    private long count(String table) {
        return inTown(() -> jdbc.sql("select count(*) from " + table + " where tenant = ?")
                .param(tenant.required().value())
                .query(Long.class)
                .single());
    }

    private <T> T inTown(Supplier<T> work) {
        return tenant.within(
                tenants.ofKey("musterstadt").orElseThrow().id(), () -> transaction.execute(status -> work.get()));
    }
}
