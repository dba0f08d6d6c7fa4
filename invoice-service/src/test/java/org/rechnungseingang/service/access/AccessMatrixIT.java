package org.rechnungseingang.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.rechnungseingang.service.intake.ReceiveInvoice;
import org.rechnungseingang.service.town.Towns;
import org.rechnungseingang.service.town.WithTwoTowns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every role against every address and every object; what is forbidden is 404 or 403 (a login where nobody is signed in). */
@WithTwoTowns
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixIT {

    private static final String TOKEN = "token-of-anstadt-for-the-tests-only";
    private static final String FOREIGN_TOKEN = "token-of-beistadt-for-the-tests-only";
    private static final String PASSWORD = "anstadt-for-tests";

    private static final Set<String> HAND_IN = Set.of(
            "clerk", "clerk-elsewhere", "clerk-without-office", "triage", "treasurer", "supplier", "other-supplier");

    /** Who is signed in, and which of the town's cases he sees. */
    private static final Map<String, Set<String>> SEES = Map.of(
            "clerk", Set.of(Cases.BAU),
            "budget-holder", Set.of(Cases.BAU),
            "clerk-elsewhere", Set.of(Cases.SOZIAL),
            "clerk-without-office", Set.of(),
            "triage", Set.of(Cases.UNCLAIMED),
            "treasurer", Set.of(Cases.BAU, Cases.SOZIAL, Cases.UNCLAIMED),
            "auditor", Set.of(Cases.BAU, Cases.SOZIAL, Cases.UNCLAIMED),
            "supplier", Set.of(Cases.BAU),
            "other-supplier", Set.of(Cases.SOZIAL));

    /** Every address the tests below try; a new one must find its place in the matrix. */
    private static final Set<String> ADDRESSES = Set.of(
            "GET /",
            "GET /login",
            "GET /invoices",
            "GET /invoices/search",
            "GET /invoices/{receiptNumber}",
            "GET /invoices/{receiptNumber}/original",
            "GET /upload",
            "POST /upload",
            "GET /dead-letters",
            "POST /dead-letters/{id}/again",
            "GET /pages/imprint",
            "GET /pages/privacy",
            "GET /pages/accessibility",
            "GET /api/v1/openapi.yaml",
            "POST /api/v1/check",
            "POST /api/v1/invoices",
            "GET /api/v1/invoices/{receiptNumber}");

    @LocalServerPort
    private int port;

    private Cases cases;
    private List<Caller> people;
    private Caller administrator;

    @BeforeAll
    void prepare(
            @Autowired Towns towns,
            @Autowired ReceiveInvoice intake,
            @Autowired JdbcClient jdbc,
            @Autowired TransactionTemplate transaction,
            @Autowired Clock clock) {
        cases = Cases.handIn(towns, intake, jdbc, transaction, clock);
        people = SEES.keySet().stream().sorted().map(this::signIn).toList();
        administrator = signIn("administrator");
    }

    @Test
    void triesEveryAddressThereIs(
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        Set<String> mapped = new TreeSet<>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues()
                        .forEach(pattern -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> mapped.add(method + " " + pattern))));
        assertThat(mapped).isEqualTo(new TreeSet<>(ADDRESSES));
    }

    @TestFactory
    Stream<DynamicTest> showsEachCaseToThoseWhoseItIsAndHidesItFromAllOthers() {
        return people.stream()
                .flatMap(person -> Stream.of(Cases.BAU, Cases.SOZIAL, Cases.UNCLAIMED, Cases.FOREIGN)
                        .flatMap(object -> Stream.of("/invoices/", "/invoices/%s/original")
                                .map(address -> {
                                    String path = address.contains("%s")
                                            ? address.formatted(cases.number(object))
                                            : address + cases.number(object);
                                    int expected = sees(person).contains(object) ? 200 : 404;
                                    return dynamicTest(
                                            person + ", " + object + ", " + address,
                                            () -> assertThat(person.status("GET", path))
                                                    .isEqualTo(expected));
                                })));
    }

    @TestFactory
    Stream<DynamicTest> listsExactlyWhatOneSees() {
        return people.stream()
                .map(person -> dynamicTest(person.toString(), () -> {
                    String inbox = person.get("/invoices").body();
                    cases.receiptNumbers()
                            .forEach((object, number) -> assertThat(inbox.contains(number))
                                    .as(object)
                                    .isEqualTo(sees(person).contains(object)));
                }));
    }

    @TestFactory
    Stream<DynamicTest> opensPagesByRole() {
        return people.stream().flatMap(person -> {
            int handIn = HAND_IN.contains(person.toString()) ? 200 : 403;
            return Stream.of(
                    page(person, "/", 302),
                    page(person, "/invoices", 200),
                    page(person, "/invoices/search", 200),
                    page(person, "/upload", handIn),
                    page(person, "/dead-letters", 403),
                    page(person, "/actuator/prometheus", 401),
                    page(person, "/no-such-page", 403));
        });
    }

    @TestFactory
    Stream<DynamicTest> takesFormsByRole() {
        String again = "/dead-letters/" + UUID.randomUUID() + "/again";
        return people.stream()
                .flatMap(person -> Stream.of(
                        dynamicTest(person + " uploads nothing", () -> {
                            int status = person.statusOfForm("/invoices", "/upload");
                            if (HAND_IN.contains(person.toString())) {
                                assertThat(status).isNotIn(401, 403, 404, 500);
                            } else {
                                assertThat(status).isEqualTo(403);
                            }
                        }),
                        dynamicTest(
                                person + " sends a dead letter again",
                                () -> assertThat(person.statusOfForm("/invoices", again))
                                        .isEqualTo(403))));
    }

    @TestFactory
    Stream<DynamicTest> letsTheAdministratorMendAndOperateAndSeeNoInvoice() {
        return Stream.of(
                page(administrator, "/", 302),
                page(administrator, "/dead-letters", 200),
                page(administrator, "/invoices", 403),
                page(administrator, "/invoices/search", 403),
                page(administrator, "/invoices/" + cases.number(Cases.BAU), 403),
                page(administrator, "/invoices/" + cases.number(Cases.BAU) + "/original", 403),
                page(administrator, "/upload", 403),
                dynamicTest(
                        "a form without its token",
                        () -> assertThat(administrator.status("POST", "/dead-letters/" + UUID.randomUUID() + "/again"))
                                .isEqualTo(403)),
                dynamicTest(
                        "a letter that is not there",
                        () -> assertThat(administrator.statusOfForm(
                                        "/dead-letters", "/dead-letters/" + UUID.randomUUID() + "/again"))
                                .isNotIn(401, 403, 500)));
    }

    @TestFactory
    Stream<DynamicTest> sendsStrangersToTheLogin() {
        Caller stranger = Caller.anonymous(town());
        return Stream.concat(
                Stream.of(
                                "/",
                                "/invoices",
                                "/invoices/search",
                                "/invoices/" + cases.number(Cases.BAU),
                                "/invoices/" + cases.number(Cases.BAU) + "/original",
                                "/upload",
                                "/dead-letters",
                                "/no-such-page")
                        .map(path -> dynamicTest(path, () -> {
                            assertThat(stranger.get(path).statusCode()).isEqualTo(302);
                            assertThat(stranger.get(path)
                                            .headers()
                                            .firstValue("Location")
                                            .orElse(""))
                                    .endsWith("/login");
                        })),
                Stream.of(
                                "/login",
                                "/pages/imprint",
                                "/pages/privacy",
                                "/pages/accessibility",
                                "/api/v1/openapi.yaml",
                                "/actuator/health/liveness",
                                "/actuator/health/readiness")
                        .map(path -> page(stranger, path, 200)));
    }

    @TestFactory
    Stream<DynamicTest> opensTheRestInterfaceToItsTokenOnly() {
        Caller program = Caller.withToken(TOKEN, town());
        Caller foreign = Caller.withToken(FOREIGN_TOKEN, town());
        Caller wrong = Caller.withToken("x".repeat(40), town());
        Stream<DynamicTest> own = Stream.of(Cases.BAU, Cases.SOZIAL, Cases.UNCLAIMED)
                .map(object -> page(program, "/api/v1/invoices/" + cases.number(object), 200));
        Stream<DynamicTest> others = Stream.of(
                page(program, "/api/v1/invoices/" + cases.number(Cases.FOREIGN), 404),
                page(foreign, "/api/v1/invoices/" + cases.number(Cases.BAU), 404),
                page(foreign, "/api/v1/invoices/" + cases.number(Cases.FOREIGN), 200),
                page(wrong, "/api/v1/invoices/" + cases.number(Cases.BAU), 401),
                page(program, "/invoices/" + cases.number(Cases.BAU), 302),
                page(program, "/actuator/prometheus", 401));
        Stream<DynamicTest> refused = Stream.concat(
                        people.stream(), Stream.of(administrator, wrong, Caller.anonymous(town())))
                .flatMap(caller -> Stream.of(
                        page(caller, "/api/v1/invoices/" + cases.number(Cases.BAU), 401),
                        form(caller, "/api/v1/invoices", 401),
                        form(caller, "/api/v1/check", 401)));
        return Stream.of(own, others, refused).flatMap(tests -> tests);
    }

    @TestFactory
    Stream<DynamicTest> tellsTechnicalThingsToTheAdministratorOnly() {
        return Stream.of("/actuator/prometheus", "/actuator/metrics", "/actuator/health", "/actuator/info")
                .flatMap(path -> Stream.of(
                        page(Caller.anonymous(town()), path, 401),
                        page(Caller.withPassword("treasurer", PASSWORD, town()), path, 403),
                        page(Caller.withPassword("administrator", "wrong-password-here", town()), path, 401),
                        page(Caller.withPassword("administrator", PASSWORD, town()), path, 200)));
    }

    @TestFactory
    Stream<DynamicTest> isWorthNothingUnderTheNameOfAnotherTown() {
        return Stream.of(
                        "/invoices", "/invoices/" + cases.number(Cases.FOREIGN), "/invoices/" + cases.number(Cases.BAU))
                .map(path -> dynamicTest(
                        path,
                        () -> assertThat(signIn("treasurer").at(otherTown()).status("GET", path))
                                .isIn(302, 403, 404)));
    }

    private static DynamicTest page(Caller caller, String path, int expected) {
        return dynamicTest(
                caller + ", GET " + path,
                () -> assertThat(caller.status("GET", path)).isEqualTo(expected));
    }

    private static DynamicTest form(Caller caller, String path, int expected) {
        return dynamicTest(
                caller + ", POST " + path,
                () -> assertThat(caller.status("POST", path)).isEqualTo(expected));
    }

    private static Set<String> sees(Caller person) {
        return SEES.getOrDefault(person.toString(), Set.of());
    }

    private Caller signIn(String login) {
        return Caller.signedIn(login, PASSWORD, town());
    }

    private String town() {
        return "http://localhost:" + port;
    }

    private String otherTown() {
        return "http://127.0.0.1:" + port;
    }
}
