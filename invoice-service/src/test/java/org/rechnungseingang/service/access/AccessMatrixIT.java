package org.rechnungseingang.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rechnungseingang.service.access.Endpoint.Outcome;
import org.rechnungseingang.service.intake.JoinDocuments;
import org.rechnungseingang.service.intake.Receipt;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.town.Behind;
import org.rechnungseingang.service.town.Faltering;
import org.rechnungseingang.service.town.Towns;
import org.rechnungseingang.service.town.WithTwoTowns;
import org.rechnungseingang.service.work.DeadLetter;
import org.rechnungseingang.service.work.DeadLetters;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Roles × endpoints × cases: every combination is tried over HTTP and must be answered as the table says. */
@WithTwoTowns
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixIT {

    private static final Path SAMPLE =
            Path.of(System.getProperty("basedir", "."), "..", "samples", "good", "ubl-03-anhaenge.xml");

    private final Map<Thing, String> numbers = new EnumMap<>(Thing.class);
    private final Map<Who, Visitor> visitors = new EnumMap<>(Who.class);

    @Autowired
    private ApplicationContext service;

    @Autowired
    private Towns towns;

    @Autowired
    private JoinDocuments join;

    @Autowired
    private Behind behind;

    @Autowired
    private Faltering stage;

    @Autowired
    private DeadLetters letters;

    @LocalServerPort
    private int port;

    @BeforeAll
    void handIn() throws IOException {
        numbers.put(Thing.OF_BUILDING_OFFICE, handIn("anstadt", supplier("supplier"), "04011000-1234512345-06"));
        numbers.put(Thing.OF_SOCIAL_OFFICE, handIn("anstadt", supplier("other-supplier"), "05117-31001-02"));
        numbers.put(Thing.UNCLAIMED, handIn("anstadt", Actor.program("REST"), "991-33333TEST-33"));
        numbers.put(Thing.OF_OTHER_TOWN, handIn("beistadt", Actor.program("REST"), "04011000-1234512345-06"));
        numbers.put(Thing.UNKNOWN, "ANS-2026-9999999-" + checkDigits());
        for (Who who : Who.values()) {
            visitors.put(who, Visitor.of(who, port));
        }
    }

    static Stream<Arguments> everybodyEverywhere() {
        return Endpoints.EXPECTED.stream()
                .flatMap(endpoint -> Stream.of(Who.values()).map(who -> Arguments.of(endpoint, who)));
    }

    @Test
    void hasAnExpectationForEveryEndpoint() {
        Set<String> expected =
                Endpoints.EXPECTED.stream().map(Endpoint::name).collect(Collectors.toCollection(TreeSet::new));
        // Two that the pattern for health holds, named for themselves since everybody may ask.
        expected.removeAll(Set.of("GET /actuator/health/liveness", "GET /actuator/health/readiness"));

        assertThat(Endpoints.mapped(service)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("everybodyEverywhere")
    void answersAsTheTableSays(Endpoint endpoint, Who who) {
        Set<Thing> things = endpoint.namesACase() ? EnumSet.allOf(Thing.class) : EnumSet.of(Thing.UNKNOWN);
        Map<Thing, Outcome> expected = new EnumMap<>(Thing.class);
        Map<Thing, Outcome> answered = new EnumMap<>(Thing.class);

        for (Thing thing : things) {
            boolean visible = !endpoint.namesACase() || who.sees(thing);
            expected.put(thing, endpoint.expected(who, visible));
            answered.put(
                    thing, outcome(visitor(who).ask(endpoint, endpoint.path().replace("#", numbers.get(thing)))));
        }

        assertThat(answered).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Who.class)
    void listsNoCaseThatIsNotTheirs(Who who) {
        Set<Thing> listed = EnumSet.noneOf(Thing.class);
        Set<Thing> found = EnumSet.noneOf(Thing.class);
        for (Thing thing : Thing.values()) {
            String number = numbers.get(thing);
            if (body(who, "/invoices").contains(number)) {
                listed.add(thing);
            }
            if (body(who, "/invoices/search?number=" + number).contains("/invoices/" + number)) {
                found.add(thing);
            }
        }

        Set<Thing> seen = Arrays.stream(Thing.values())
                .filter(thing -> who.has(Who.Right.SEE) && who.sees(thing))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Thing.class)));
        assertThat(listed).isEqualTo(seen);
        assertThat(found).isEqualTo(seen);
    }

    @ParameterizedTest
    @EnumSource(Who.class)
    void takeNothingFromAPageOfSomebodyElses(Who who) {
        long before = behind.count("invoice_case");

        // A stranger's file is turned away before anybody looks for a token in it.
        Outcome expected = Endpoint.Side.SCREEN.knows(who) ? Outcome.FORBIDDEN : Outcome.LOGIN;
        assertThat(outcome(visitor(who).upload("guessed"))).isEqualTo(expected);
        assertThat(behind.count("invoice_case")).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Who.class)
    void offerNothingAtOtherAddresses(Who who) {
        Map<String, Outcome> expected = new TreeMap<>();
        Map<String, Outcome> answered = new TreeMap<>();
        for (Endpoint nowhere : Endpoints.NOWHERE) {
            expected.put(nowhere.path(), nowhere.expected(who, false));
            answered.put(nowhere.path(), outcome(visitor(who).get(nowhere.path())));
        }

        assertThat(answered).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(value = Who.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMINISTRATOR")
    void leaveADeadLetterOfThisTownWhereItIs(Who who) {
        DeadLetter letter = aDeadLetter("anstadt");

        visitor(who).ask(again(), "/dead-letters/" + letter.id() + "/again");

        assertThat(towns.in("anstadt", letters::waiting)).contains(letter);
    }

    @Test
    void sendADeadLetterAgainAsItsTownsAdministrator() {
        DeadLetter letter = aDeadLetter("anstadt");

        visitor(Who.ADMINISTRATOR).ask(again(), "/dead-letters/" + letter.id() + "/again");

        assertThat(towns.in("anstadt", letters::waiting)).doesNotContain(letter);
    }

    @Test
    void hideALetterFromAnotherTownsAdministrator() {
        DeadLetter letter = aDeadLetter("anstadt");
        Visitor stranger = visitor(Who.ADMINISTRATOR_OF_OTHER_TOWN);

        assertThat(outcome(stranger.ask(again(), "/dead-letters/" + letter.id() + "/again")))
                .isEqualTo(Outcome.HIDDEN);
        assertThat(stranger.get("/dead-letters").body())
                .doesNotContain(letter.id().toString());
    }

    @Test
    void journalWhatAnAuditorReads() {
        visitor(Who.AUDITOR).get("/invoices/" + numbers.get(Thing.UNCLAIMED) + "/original");

        assertThat(behind.count("journal_entry where kind = 'CaseRead' and actor = 'Elif Schneider'"))
                .isPositive();
    }

    @Test
    void journalThatAnAuditorReadsWhatCameWithAnInvoice() {
        visitor(Who.AUDITOR).get("/invoices/" + numbers.get(Thing.OF_SOCIAL_OFFICE) + "/documents/1");

        assertThat(behind.count("journal_entry e join journal_payload p using (tenant, case_id, number)"
                        + " where e.kind = 'CaseRead' and p.payload like '%\"what\":\"documents\"%'"))
                .isPositive();
    }

    private static Endpoint again() {
        return Endpoints.EXPECTED.stream()
                .filter(endpoint -> endpoint.name().equals("POST /dead-letters/{id}/again"))
                .findFirst()
                .orElseThrow();
    }

    private Visitor visitor(Who who) {
        return visitors.get(who);
    }

    private String body(Who who, String path) {
        return visitor(who).get(path).body();
    }

    private static Outcome outcome(HttpResponse<String> answer) {
        return Outcome.of(
                answer.statusCode(), answer.headers().firstValue("Location").orElse(""));
    }

    private String handIn(String town, Actor sender, String routingId) throws IOException {
        byte[] invoice = Files.readString(SAMPLE)
                .replaceFirst("<cbc:ID>[^<]*</cbc:ID>", "<cbc:ID>RE-" + UUID.randomUUID() + "</cbc:ID>")
                .replaceFirst(
                        "<cbc:BuyerReference>[^<]*</cbc:BuyerReference>",
                        "<cbc:BuyerReference>" + routingId + "</cbc:BuyerReference>")
                .getBytes(StandardCharsets.UTF_8);
        Receipt receipt = towns.receive(town, sender, invoice);
        towns.awaitChecked(town, receipt.caseId());
        towns.in(
                town,
                () -> join.join(
                        receipt.caseId(),
                        sender,
                        List.of(new JoinDocuments.Attached(
                                "Lieferschein.csv", "text/csv", new byte[] {'a', ';', 'b'}))));
        return receipt.receiptNumber().text();
    }

    private Actor supplier(String login) {
        return behind.sql()
                .sql("select id, name from account where tenant = ? and login = ?")
                .params(towns.town("anstadt").value(), login)
                .query((row, number) -> Actor.person(row.getObject("id", UUID.class), row.getString("name")))
                .single();
    }

    private DeadLetter aDeadLetter(String town) {
        Receipt receipt = towns.receive(town);
        towns.awaitChecked(town, receipt.caseId());
        stage.fail(receipt.caseId(), 1_000);
        towns.queue(town, stage.name(), receipt);
        await().atMost(Duration.ofMinutes(1)).until(() -> letter(town, receipt).isPresent());
        return letter(town, receipt).orElseThrow();
    }

    private Optional<DeadLetter> letter(String town, Receipt receipt) {
        return towns.in(town, letters::waiting).stream()
                .filter(letter -> letter.job().caseId().equals(receipt.caseId()))
                .findFirst();
    }

    // ISO 7064 mod 97-10 over ANS-2026-9999999 with the letters as numbers.
    private static String checkDigits() {
        return "%02d"
                .formatted(98
                        - new BigInteger("1023282026999999900")
                                .mod(BigInteger.valueOf(97))
                                .intValue());
    }
}
