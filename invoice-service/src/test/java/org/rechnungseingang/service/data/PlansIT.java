package org.rechnungseingang.service.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rechnungseingang.service.archive.Originals;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.database.TestDatabase;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Journal;
import org.rechnungseingang.service.journal.Recorded;
import org.rechnungseingang.service.journal.Verification;
import org.rechnungseingang.service.people.Visibility;
import org.rechnungseingang.service.register.CaseRead;
import org.rechnungseingang.service.register.Query;
import org.rechnungseingang.service.register.Query.ByArrival;
import org.rechnungseingang.service.register.Query.ByStake;
import org.rechnungseingang.service.register.Query.View;
import org.rechnungseingang.service.register.Register;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.tenant.TenantId;
import org.rechnungseingang.service.validation.Verdicts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.DigestUtils;

/**
 * The plans of the real queries, as the application's login with row security gets them, on 50 000 cases of two towns.
 * Under row security only leakproof operators reach an index: a query that is written with another one shows here.
 */
@SpringBootTest
class PlansIT {

    /** Tables that a town's size bounds, not its invoices: reading all of one is right there. And the scheduler's own. */
    private static final Set<String> BOUNDED =
            Set.of("office", "office_routing_id", "account", "login_failure", "login_network", "scheduled_tasks");

    // After five executions the driver prepares the statement, after five more the server may plan without the values.
    private static final int UNTIL_GENERIC = 12;

    // What the driver asks the catalogue about, once a connection, is not ours.
    private static final Pattern SCAN = Pattern.compile("Seq Scan on (?!pg_)(\\w+)");
    private static final int CASES = 40_000;

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final TenantId TOWN = new TenantId(UUID.randomUUID());
    private static final ReceiptNumber NUMBER =
            ReceiptNumber.of("BIG-2026-0017000-93").orElseThrow();
    private static final Visibility ALL = new Visibility.All();
    private static final Visibility OFFICE = new Visibility.OfOffice(
            UUID.randomUUID(), Set.of("05117-30001-01", "05117-30041-01", "05117-30081-01"), false);
    private static final Visibility TRIAGE = new Visibility.OfOffice(UUID.randomUUID(), Set.of("05117-30001-01"), true);
    private static final Visibility SUPPLIER = new Visibility.HandedInBy(id("BIGaccount7"));

    @Autowired
    private CurrentTenant tenant;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private RecordedPlans plans;

    @Autowired
    private Register register;

    @Autowired
    private Journal journal;

    @Autowired
    private Verification verification;

    @Autowired
    private Verdicts verdicts;

    @Autowired
    private InvoiceCases cases;

    @Autowired
    private Originals originals;

    @DynamicPropertySource
    static void twoTowns(DynamicPropertyRegistry registry) {
        Script volume = new Script("volume.sql");
        // The prefix's letters as numbers, for the check digits of a receipt number.
        volume.run(
                DATABASE.owner(), Map.of("tenant", TOWN.value(), "prefix", "BIG", "letters", "111816", "cases", CASES));
        volume.run(
                DATABASE.owner(),
                Map.of("tenant", UUID.randomUUID(), "prefix", "TWO", "letters", "293224", "cases", CASES / 4));
        JdbcClient.create(DATABASE.owner()).sql("vacuum analyze").update();
        RecordedPlans.switchOn(DATABASE.superuser());
        DATABASE.register(registry);
        // One thread takes the same connection each time; the scheduler is to be quiet.
        registry.add("spring.datasource.hikari.maximum-pool-size", () -> 2);
        registry.add("db-scheduler.polling-interval", () -> "1h");
        registry.add("db-scheduler.heartbeat-interval", () -> "1h");
    }

    static Stream<Arguments> searches() {
        Query number = text("RE 2026/39");
        Query words = text("lieferant name17");
        Query amount = new Query(View.ALL, none(), cents(50_000), cents(60_000), none(), none(), none());
        Query issued = new Query(
                View.ALL,
                none(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.of(LocalDate.of(2026, 10, 1)),
                Optional.of(LocalDate.of(2026, 10, 2)),
                none());
        Map<String, Query> queries = Map.ofEntries(
                Map.entry("number prefix", number),
                Map.entry("words", words),
                Map.entry("one letter", text("r")),
                Map.entry("single letters and digits", text("r e 2")),
                Map.entry("amount range", amount),
                Map.entry("issue date range", issued),
                Map.entry("inbox", Query.of(View.OPEN)),
                Map.entry("inbox with findings", Query.of(View.WITH_FINDINGS)),
                Map.entry("inbox to decide", Query.of(View.TO_DECIDE)),
                Map.entry("everything", Query.of(View.ALL)),
                Map.entry(
                        "deep page",
                        after(View.ALL, new ByArrival(Instant.parse("2026-07-01T10:00:00Z"), NUMBER.text()))),
                Map.entry(
                        "deep page of the inbox",
                        after(View.OPEN, new ByStake(100, LocalDate.of(2026, 12, 1), NUMBER.text()))),
                Map.entry(
                        "deep page of what is to decide",
                        after(View.TO_DECIDE, new ByStake(0, LocalDate.of(2026, 12, 1), NUMBER.text()))));
        Map<String, Visibility> people =
                Map.of("everybody's", ALL, "office's", OFFICE, "triage's", TRIAGE, "supplier's", SUPPLIER);
        return queries.entrySet().stream()
                .flatMap(query -> people.entrySet().stream()
                        .map(person ->
                                Arguments.of(query.getKey(), person.getKey(), query.getValue(), person.getValue())));
    }

    static Stream<Visibility> people() {
        return Stream.of(ALL, OFFICE, TRIAGE, SUPPLIER);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("searches")
    void findsByIndex(String what, String whose, Query query, Visibility visibility) {
        scansNothing(() -> register.search(query, visibility));
    }

    @Test
    void findsWordsAndNumbersByTheIndexMadeForThem() {
        plans.take();

        tenant.runWithin(TOWN, () -> register.search(text("RE 2026/39"), ALL));

        assertThat(plans.take())
                .anyMatch(plan -> plan.contains("Index Scan on register_by_word"))
                .anyMatch(plan -> plan.contains("register_by_number"));
    }

    // Its words would be those of nearly every case.
    @Test
    void looksForASingleLetterAmongTheNumbersOnly() {
        plans.take();

        tenant.runWithin(TOWN, () -> register.search(text("r"), ALL));

        assertThat(plans.take())
                .anyMatch(plan -> plan.contains("register_by_number"))
                .noneMatch(plan -> plan.contains("register_by_word") || plan.contains("register_with_words"));
    }

    @Test
    void asksForARepeatedReadingByIndex() {
        Recorded read =
                new CaseRead(new CaseId(id("BIG17000")), Actor.person(UUID.randomUUID(), "E. Schneider"), "case");

        scansNothing(() -> transaction.executeWithoutResult(
                status -> assertThat(journal.tells(read, Duration.ofHours(1))).isFalse()));
    }

    @ParameterizedTest
    @MethodSource("people")
    void findsAReceiptNumberByIndex(Visibility visibility) {
        scansNothing(() -> register.find(NUMBER, visibility));
    }

    @ParameterizedTest
    @MethodSource("people")
    void countsByIndex(Visibility visibility) {
        scansNothing(() -> register.figures(visibility));
    }

    @Test
    void readsACaseByIndex() {
        CaseId caseId = new CaseId(id("BIG17000"));

        scansNothing(() -> {
            assertThat(cases.get(caseId)).isNotNull();
            assertThat(cases.find(NUMBER)).isPresent();
            assertThat(journal.of(caseId)).hasSize(2);
            assertThat(verification.of(caseId)).isPresent();
            assertThat(verdicts.latest(caseId)).isPresent();
        });
    }

    @Test
    void readsAnOriginalByIndex() {
        byte[] bytes = "BIG17000".getBytes(StandardCharsets.UTF_8);

        scansNothing(() -> assertThat(originals.read(Sha256.of(bytes))).isEqualTo(bytes));
    }

    private void scansNothing(Runnable work) {
        plans.take();
        IntStream.range(0, UNTIL_GENERIC).forEach(time -> tenant.runWithin(TOWN, work));
        List<String> used = plans.take();

        assertThat(used).hasSizeGreaterThanOrEqualTo(UNTIL_GENERIC).noneMatch(PlansIT::scansATable);
    }

    private static boolean scansATable(String plan) {
        return SCAN.matcher(plan).results().anyMatch(scan -> !BOUNDED.contains(scan.group(1)));
    }

    private static Query text(String text) {
        return new Query(
                View.ALL, Optional.of(text), OptionalLong.empty(), OptionalLong.empty(), none(), none(), none());
    }

    private static Query after(View view, Query.Position position) {
        return new Query(
                view, none(), OptionalLong.empty(), OptionalLong.empty(), none(), none(), Optional.of(position));
    }

    private static OptionalLong cents(long cents) {
        return OptionalLong.of(cents);
    }

    private static <T> Optional<T> none() {
        return Optional.empty();
    }

    // As volume.sql makes them.
    private static UUID id(String name) {
        String hex = DigestUtils.md5DigestAsHex(name.getBytes(StandardCharsets.UTF_8));
        return UUID.fromString(hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
    }

    @TestConfiguration
    static class Recording {
        @Bean
        static RecordedPlans recordedPlans() {
            return new RecordedPlans();
        }
    }
}
