package org.rechnungseingang.service.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rechnungseingang.samples.finance.Behaviour.Mode;
import org.rechnungseingang.service.access.Visitor;
import org.rechnungseingang.service.access.Who;
import org.rechnungseingang.service.approval.Decision;
import org.rechnungseingang.service.approval.Decision.Done;
import org.rechnungseingang.service.approval.Decision.Refused;
import org.rechnungseingang.service.approval.Refusal;
import org.rechnungseingang.service.approval.ReopenOrder;
import org.rechnungseingang.service.approval.Seen;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Receipt;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.people.Offices;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.people.Role;
import org.rechnungseingang.service.town.AnInvoice;
import org.rechnungseingang.service.town.Behind;
import org.rechnungseingang.service.town.Towns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** On the screens, by two people, with the finance system in a process of its own. */
@FinanceTest
@Timeout(240)
class ReopenPaymentIT {

    private static final String TOWN = "anstadt";
    private static final Partner PARTNER = Partner.INSTANCE;
    private static final String BOTH = "GROUNDS,SUMS";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"(round|document)\" value=\"([^\"]*)\"");

    @Autowired
    private OrderedCases ordered;

    @Autowired
    private Towns towns;

    @Autowired
    private Behind behind;

    @Autowired
    private Offices offices;

    @Autowired
    private ReopenPayment reopen;

    @Autowired
    private ReopenOrder pastFinance;

    @LocalServerPort
    private int port;

    private Visitor clerk;
    private Visitor budgetHolder;

    @BeforeEach
    void arrive() {
        PARTNER.behave(Partner.TAKING);
        clerk = Visitor.of(Who.CLERK, port);
        budgetHolder = Visitor.of(Who.BUDGET_HOLDER, port);
    }

    @Test
    void leadsFromARefusalToAnOrderUnderANewKey() {
        Receipt receipt = refused();
        int before = PARTNER.count().orders();
        PARTNER.behave(Partner.TAKING);

        assertThat(review(clerk, receipt)).contains(at(receipt, "reopen"), "Erneut bearbeiten");
        assertThat(submit(clerk, receipt, "reopen", Map.of("text", " ")).body())
                .contains("Bitte schreiben Sie etwas.", "Diese Rechnung ist nicht bezahlt");
        HttpResponse<String> taken = submit(clerk, receipt, "reopen", Map.of("text", "Der Kreditor ist angelegt."));
        assertThat(taken.statusCode()).isEqualTo(302);

        assertThat(ordered.get(TOWN, receipt.caseId()).station()).isEqualTo(Station.ASSIGNED);
        assertThat(ordered.get(TOWN, receipt.caseId()).mark()).isEqualTo(Mark.OPEN);
        assertThat(ordered.get(TOWN, receipt.caseId()).round()).isEqualTo(2);
        assertThat(ordered.sinceOrdered(TOWN, receipt.caseId()))
                .containsExactly("PaymentOrderRefused", "InvoiceSentBack");
        assertThat(review(clerk, receipt))
                .contains("liegt wieder bei ihrer Stelle", "Der Kreditor ist angelegt.", at(receipt, "certify"))
                .doesNotContain(at(receipt, "reopen"));

        order(receipt);

        ordered.awaitPayment(TOWN, receipt.caseId(), PaymentState.ACCEPTED);
        assertThat(ordered.payment(TOWN, receipt.caseId()).key()).isEqualTo(receipt.caseId() + "-2");
        assertThat(PARTNER.count().orders()).isEqualTo(before + 1);
        assertThat(live(receipt)).isOne();
    }

    @Test
    void takesUpAgainWhatTheBankHasReturned() {
        PARTNER.behave(Partner.PAYING);
        Receipt receipt = inBauamt(AnInvoice.anInvoice().with("Papierhaus Sonnberg GmbH", "RÜCKLÄUFER Papier GmbH"));
        order(receipt);
        ordered.awaitPayment(TOWN, receipt.caseId(), PaymentState.RETURNED);
        assertThat(ordered.get(TOWN, receipt.caseId()).station()).isEqualTo(Station.PAID);

        submit(budgetHolder, receipt, "reopen", Map.of("text", "Neues Konto erfragt."));

        assertThat(ordered.get(TOWN, receipt.caseId()).station()).isEqualTo(Station.ASSIGNED);
        assertThat(ordered.get(TOWN, receipt.caseId()).round()).isEqualTo(2);
    }

    // Held since the finance system tells another amount than ordered; it has the order all the same.
    @Test
    void isRefusedWhileAPaymentLives() {
        Receipt receipt = accepted();
        hold(receipt);

        assertThat(review(clerk, receipt)).doesNotContain(at(receipt, "reopen"));
        assertThat(clerk.get(at(receipt, "reopen")).body())
                .contains("role=\"alert\"", "läuft noch eine Zahlung")
                .doesNotContain("name=\"document\"");
        Seen seen = seen(receipt);
        assertThat(clerk.submit(
                                at(receipt, "reopen"),
                                Map.of("round", "1", "document", seen.document().hex(), "text", "Noch einmal."))
                        .body())
                .contains("läuft noch eine Zahlung", "Noch einmal.");
        assertThat(reopen(receipt, seen)).isEqualTo(new Refused(Refusal.PAYMENT_LIVES));
        assertThat(ordered.get(TOWN, receipt.caseId()).round()).isEqualTo(1);
    }

    // Nobody knows whether the finance system has the order: it did not answer.
    @Test
    void isRefusedWhileTheAnswerIsMissing() {
        PARTNER.behave(Mode.DOWN);
        Receipt receipt = inBauamt(AnInvoice.anInvoice());
        order(receipt);
        hold(receipt);

        assertThat(reopen(receipt, seen(receipt))).isEqualTo(new Refused(Refusal.PAYMENT_LIVES));
        PARTNER.behave(Partner.TAKING);
        ordered.awaitPayment(TOWN, receipt.caseId(), PaymentState.ACCEPTED);
    }

    // Refused, and then said to be paid: nobody pays again before that is cleared up.
    @Test
    void isRefusedWhileFeedbackIsToBeClearedUp() {
        Receipt receipt = refused();
        UUID id = UUID.randomUUID();
        behind.sql()
                .sql("""
                        insert into feedback_set_aside (tenant, id, cursor, key, status, cause, reason, content, set_aside_at)
                        values (?, ?, ?, ?, 'PAID', 'CANNOT_HAPPEN', 'test', '{}', now())""")
                .params(towns.town(TOWN).value(), id, id.toString(), receipt.caseId() + "-1")
                .update();

        assertThat(review(clerk, receipt)).doesNotContain(at(receipt, "reopen"));
        assertThat(clerk.get(at(receipt, "reopen")).body()).contains("Vielleicht ist doch Geld geflossen");
        assertThat(reopen(receipt, seen(receipt))).isEqualTo(new Refused(Refusal.FEEDBACK_WAITS));

        Visitor.of(Who.ADMINISTRATOR, port).press("/dead-letters/feedback/" + id + "/settled");

        assertThat(reopen(receipt, seen(receipt))).isEqualTo(new Done());
    }

    @Test
    void asksForAPowerOfTheOffice() {
        Receipt receipt = refused();

        Decision byNobody = towns.in(
                TOWN,
                () -> reopen.reopen(
                        person("treasurer", Role.TREASURER), receipt.receiptNumber(), seen(receipt), "Noch einmal."));

        assertThat(byNobody).isEqualTo(new Refused(Refusal.NO_POWER));
        assertThat(Visitor.of(Who.TREASURER, port).get(at(receipt, "reopen")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void beginsOneRoundHoweverManyWantIt() throws Exception {
        Receipt receipt = refused();
        Seen seen = seen(receipt);
        ExecutorService eight = Executors.newFixedThreadPool(8);
        Callable<Decision> wish = () -> reopen(receipt, seen);
        try {
            List<Future<Decision>> outcomes = eight.invokeAll(Collections.nCopies(8, wish));
            int done = 0;
            for (Future<Decision> outcome : outcomes) {
                done += outcome.get().equals(new Done()) ? 1 : 0;
            }
            assertThat(done).isOne();
        } finally {
            eight.shutdownNow();
        }

        assertThat(ordered.get(TOWN, receipt.caseId()).round()).isEqualTo(2);
        assertThat(ordered.sinceOrdered(TOWN, receipt.caseId()))
                .containsExactly("PaymentOrderRefused", "InvoiceSentBack");
    }

    // As if somebody had forgotten to ask finance: the database still takes no second payment beside the first.
    @Test
    void leavesTheLastWordToTheDatabase() {
        Receipt receipt = accepted();
        hold(receipt);
        Decision begun = towns.in(
                TOWN, () -> pastFinance.reopen(aClerk(), receipt.receiptNumber(), seen(receipt), "An allem vorbei."));
        assertThat(begun).isEqualTo(new Done());
        submit(clerk, receipt, "certify", Map.of("subject", BOTH));

        assertThat(submit(budgetHolder, receipt, "order", Map.of()).body()).contains("läuft noch eine Zahlung");

        assertThat(ordered.get(TOWN, receipt.caseId()).station()).isEqualTo(Station.ASSIGNED);
        assertThat(live(receipt)).isOne();
    }

    private Receipt refused() {
        PARTNER.behave(Mode.REFUSING);
        Receipt receipt = inBauamt(AnInvoice.anInvoice());
        order(receipt);
        ordered.awaitPayment(TOWN, receipt.caseId(), PaymentState.REFUSED);
        assertThat(ordered.get(TOWN, receipt.caseId()).mark()).isEqualTo(Mark.ON_HOLD);
        return receipt;
    }

    private Receipt accepted() {
        Receipt receipt = inBauamt(AnInvoice.anInvoice());
        order(receipt);
        ordered.awaitPayment(TOWN, receipt.caseId(), PaymentState.ACCEPTED);
        return receipt;
    }

    private Receipt inBauamt(AnInvoice invoice) {
        Receipt receipt =
                towns.receive(TOWN, invoice.to("04011000-1234512345-06").bytes());
        await().atMost(Duration.ofSeconds(90))
                .until(() -> ordered.get(TOWN, receipt.caseId()).station() == Station.ASSIGNED);
        return receipt;
    }

    /** Certified by one, ordered by the other. */
    private void order(Receipt receipt) {
        assertThat(submit(clerk, receipt, "certify", Map.of("subject", BOTH)).statusCode())
                .isEqualTo(302);
        assertThat(submit(budgetHolder, receipt, "order", Map.of()).statusCode())
                .isEqualTo(302);
    }

    private void hold(Receipt receipt) {
        behind.sql()
                .sql("update invoice_case set mark = 'ON_HOLD' where id = ?")
                .param(receipt.caseId().value())
                .update();
    }

    private Decision reopen(Receipt receipt, Seen seen) {
        return towns.in(TOWN, () -> reopen.reopen(aClerk(), receipt.receiptNumber(), seen, "Noch einmal."));
    }

    private Person aClerk() {
        return person("clerk", Role.CLERK);
    }

    private Person person(String login, Role role) {
        UUID account = behind.sql()
                .sql("select id from account where tenant = ? and login = ?")
                .params(towns.town(TOWN).value(), login)
                .query(UUID.class)
                .single();
        return new Person(
                towns.town(TOWN),
                Optional.of(account),
                login,
                Set.of(role),
                towns.in(TOWN, () -> offices.ofKey("bauamt")));
    }

    private Seen seen(Receipt receipt) {
        return Seen.of(ordered.get(TOWN, receipt.caseId()));
    }

    private long live(Receipt receipt) {
        return behind.count(
                "payment where case_id = ? and state not in ('REFUSED', 'RETURNED')",
                receipt.caseId().value());
    }

    private static String at(Receipt receipt, String act) {
        return "/invoices/" + receipt.receiptNumber() + "/decide/" + act;
    }

    private static String review(Visitor visitor, Receipt receipt) {
        return visitor.get("/invoices/" + receipt.receiptNumber()).body();
    }

    /** Opens the page, fills it in and sends it. */
    private static HttpResponse<String> submit(
            Visitor visitor, Receipt receipt, String act, Map<String, String> entered) {
        Map<String, String> fields = new HashMap<>(entered);
        Matcher hidden = HIDDEN.matcher(visitor.get(at(receipt, act)).body());
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2));
        }
        assertThat(fields).containsKeys("round", "document");
        return visitor.submit(at(receipt, act), fields);
    }
}
