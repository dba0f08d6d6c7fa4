package org.rechnungseingang.service.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rechnungseingang.service.approval.CertifyInvoice;
import org.rechnungseingang.service.approval.Decision;
import org.rechnungseingang.service.approval.InvoiceCertified.Subject;
import org.rechnungseingang.service.approval.OrderPayment;
import org.rechnungseingang.service.approval.Seen;
import org.rechnungseingang.service.database.WithDatabase;
import org.rechnungseingang.service.demo.SupplierProgram.Result;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.people.SignedIn;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.tenant.Tenants;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@WithDatabase
// The demo's log is text, and whoever came next in this process would write text as well.
@DirtiesContext
class DemoIT {

    private static final Path SAMPLES =
            Path.of(System.getProperty("basedir", ".")).resolve("../samples");
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);

    @TempDir
    private static Path partnersFolder;

    @LocalServerPort
    private int port;

    @Autowired
    private Welcome welcome;

    @Autowired
    private Partners partners;

    @Autowired
    private SupplierMails mails;

    @Autowired
    private CertifyInvoice certify;

    @Autowired
    private OrderPayment order;

    @Autowired
    private InvoiceCases cases;

    @Autowired
    private UserDetailsService accounts;

    @Autowired
    private Tenants tenants;

    @Autowired
    private CurrentTenant tenant;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry registry) {
        registry.add("rechnungseingang.demo.samples", SAMPLES::toString);
        registry.add("rechnungseingang.demo.partners", partnersFolder::toString);
        registry.add("rechnungseingang.demo.peppol-sender", () -> SAMPLES.resolve("peppol-sender/target"));
    }

    @BeforeEach
    void awaitSamples() {
        await().atMost(LONG_ENOUGH).pollInterval(Duration.ofMillis(200)).until(() -> allHaveCome() && nothingIsOpen());
    }

    @Test
    void bringsMostSamplesByMailSomeFromAProgramAndSomeOverPeppol() {
        assertThat(casesByChannel())
                .containsOnlyKeys("MAIL", "REST", "PEPPOL")
                .containsEntry("PEPPOL", (long) Samples.OF_PEPPOL.size())
                .containsEntry("REST", (long) Samples.OF_PROGRAM.size())
                .hasEntrySatisfying("MAIL", byMail -> assertThat(byMail).isGreaterThan(40));
    }

    @Test
    void bringsEachOfficeInvoicesAndLeavesSomeToThePersonAtTheTriageDesk() {
        Map<String, Long> byOffice = inTown(() -> jdbc
                .sql("""
                        select o.key, count(*) from assignment a join office o on (o.tenant, o.id) = (a.tenant, a.office)
                        where a.tenant = ? group by o.key""")
                .param(tenant.required().value())
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));

        assertThat(byOffice).containsOnlyKeys("zentrale", "schule", "tiefbau");
        assertThat(byOffice.get("zentrale")).isGreaterThanOrEqualTo(8);
        assertThat(count("select count(*) from triage where tenant = ?")).isPositive();
    }

    @Test
    void leadsAnInvoiceFromTheMailToThePayment() {
        InvoiceCase received = inTown(() -> cases.get(broughtBy("Rechnung mit Belegen cii-01-strom.xml")));
        Seen seen = Seen.of(received);

        Decision certified = inTownWithoutTransaction(
                () -> certify.certify(person("clerk"), received.receiptNumber(), seen, EnumSet.allOf(Subject.class)));
        Decision ordered = inTownWithoutTransaction(
                () -> order.order(person("budget"), received.receiptNumber(), seen, Optional.empty()));

        assertThat(certified).isEqualTo(new Decision.Done());
        assertThat(ordered).isEqualTo(new Decision.Done());
        await().atMost(LONG_ENOUGH)
                .until(() -> inTown(() -> cases.get(received.id())).station() == Station.PAID);
    }

    @Test
    void findsItsSamplesKnownAtTheNextStart() throws IOException, InterruptedException {
        long before = count("select count(*) from invoice_case where tenant = ?");
        SupplierProgram again = new SupplierProgram(
                URI.create("http://127.0.0.1:" + port), "demo-token-musterstadt-not-for-production");

        for (Path file : Samples.ofProgram(SAMPLES)) {
            assertThat(again.handIn(file)).isEqualTo(Result.KNOWN);
        }
        assertThat(mails.missing(SAMPLES, Set.of()))
                .as("those of the program and of Peppol only")
                .hasSameSizeAs(Samples.notOfMails());
        assertThat(count("select count(*) from invoice_case where tenant = ?")).isEqualTo(before);
    }

    @Test
    void isToldWhenAFileIsNotTaken() throws IOException, InterruptedException {
        SupplierProgram stranger = new SupplierProgram(URI.create("http://127.0.0.1:" + port), "wrong");

        assertThat(stranger.handIn(SAMPLES.resolve("good/ubl-01-schulbedarf.xml")))
                .isEqualTo(Result.REFUSED);
    }

    @Test
    void tellsWhereToLookAndWhoCanLogIn() {
        assertThat(welcome.text())
                .contains("http://localhost:" + port)
                .contains("clerk", "treasurer2", "musterstadt-demo", "demo-token-musterstadt-not-for-production")
                .contains("smtp://127.0.0.1:" + partners.smtpPort(), "rechnung@musterstadt.example")
                .contains(partners.finance().toString(), "demo-token-finance-not-for-production")
                .contains("jdbc:postgresql:");
    }

    private boolean allHaveCome() {
        return mails.missing(SAMPLES, Samples.notOfMails()).isEmpty()
                && casesByChannel().getOrDefault("REST", 0L) == Samples.OF_PROGRAM.size()
                && casesByChannel().getOrDefault("PEPPOL", 0L) == Samples.OF_PEPPOL.size();
    }

    /** Nothing is left for the service to do: each case is assigned, or a person must decide. */
    private boolean nothingIsOpen() {
        return inTown(() -> jdbc.sql(
                                "select count(*) from invoice_case where tenant = ? and mark = ? and station in (?, ?)")
                        .params(tenant.required().value(), Mark.OPEN.name())
                        .params(Station.RECEIVED.name(), Station.CHECKED.name())
                        .query(Long.class)
                        .single())
                == 0;
    }

    private Map<String, Long> casesByChannel() {
        return inTown(() -> jdbc
                .sql("select channel, count(distinct case_id) from delivery where tenant = ? group by channel")
                .param(tenant.required().value())
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private CaseId broughtBy(String subject) {
        return new CaseId(jdbc.sql("""
                        select c.case_id from mail_case c join mail m on (m.tenant, m.id) = (c.tenant, c.mail)
                        where c.tenant = ? and m.subject = ?""")
                .params(tenant.required().value(), subject)
                .query(UUID.class)
                .single());
    }

    private Person person(String login) {
        return ((SignedIn) accounts.loadUserByUsername(login)).person();
    }

    private long count(String sql) {
        return inTown(() ->
                jdbc.sql(sql).param(tenant.required().value()).query(Long.class).single());
    }

    private <T> T inTown(Supplier<T> work) {
        return inTownWithoutTransaction(() -> transaction.execute(status -> work.get()));
    }

    private <T> T inTownWithoutTransaction(Supplier<T> work) {
        return tenant.within(tenants.ofKey("musterstadt").orElseThrow().id(), work);
    }
}
