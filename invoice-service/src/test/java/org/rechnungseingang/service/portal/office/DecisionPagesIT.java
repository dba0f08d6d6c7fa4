package org.rechnungseingang.service.portal.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rechnungseingang.service.access.Visitor;
import org.rechnungseingang.service.access.Who;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Receipt;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.journal.Entry;
import org.rechnungseingang.service.journal.Journal;
import org.rechnungseingang.service.people.Offices;
import org.rechnungseingang.service.routing.Assignments;
import org.rechnungseingang.service.town.AnInvoice;
import org.rechnungseingang.service.town.Towns;
import org.rechnungseingang.service.town.WithTwoTowns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Deciding about invoices on the screens, as a browser without script does it. */
@WithTwoTowns
class DecisionPagesIT {

    private static final String TOWN = "anstadt";
    private static final String BAUAMT = "04011000-1234512345-06";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"(round|document)\" value=\"([^\"]*)\"");

    @Autowired
    private Towns towns;

    @Autowired
    private InvoiceCases cases;

    @Autowired
    private Assignments assignments;

    @Autowired
    private Offices offices;

    @Autowired
    private Journal journal;

    @LocalServerPort
    private int port;

    @Test
    void takeAnInvoiceToItsOrderByTwoPeople() {
        Receipt receipt = inBauamt();
        Visitor clerk = visitor(Who.CLERK);
        Visitor budgetHolder = visitor(Who.BUDGET_HOLDER);

        assertThat(review(clerk, receipt)).contains(at(receipt, "certify")).doesNotContain(at(receipt, "order"));
        assertThat(page(clerk, receipt, "certify"))
                .contains("1.053,51", "id=\"grounds\"", "id=\"sums\"", "checked=\"checked\"");
        HttpResponse<String> certified = submit(clerk, receipt, "certify", Map.of("subject", "GROUNDS,SUMS"));
        assertThat(certified.statusCode()).isEqualTo(302);
        assertThat(certified.headers().firstValue("Location").orElseThrow())
                .endsWith("/invoices/" + receipt.receiptNumber());
        assertThat(review(clerk, receipt)).contains("Die Feststellung ist festgehalten", "Ayşe Yıldız, ");
        assertThat(review(clerk, receipt)).doesNotContain("Die Feststellung ist festgehalten");

        assertThat(page(budgetHolder, receipt, "order")).contains("1.053,51", "DE90 9990 0001");
        submit(budgetHolder, receipt, "order", Map.of());

        assertThat(now(receipt).station()).isEqualTo(Station.ORDERED);
        assertThat(review(budgetHolder, receipt))
                .contains("Die Zahlung ist angeordnet", "Bernd Kowalski, ")
                .doesNotContain("/decide/");
        assertThat(visitor(Who.TREASURER)
                        .get("/invoices/" + receipt.receiptNumber() + "?part=history")
                        .body())
                .contains("Festgestellt", "sachlich richtig, rechnerisch richtig", "Zahlung angeordnet", "Bauamt");
    }

    @Test
    void takeASecondClickForTheFirst() {
        Receipt receipt = inBauamt();
        Visitor clerk = visitor(Who.CLERK);
        Visitor budgetHolder = visitor(Who.BUDGET_HOLDER);

        Map<String, String> certifying = filledIn(clerk, receipt, "certify", Map.of("subject", "GROUNDS,SUMS"));
        assertThat(clerk.submit(at(receipt, "certify"), certifying).statusCode())
                .isEqualTo(302);
        assertThat(clerk.submit(at(receipt, "certify"), certifying).statusCode())
                .isEqualTo(302);
        assertThat(review(clerk, receipt)).contains("Die Feststellung ist festgehalten");
        Map<String, String> ordering = filledIn(budgetHolder, receipt, "order", Map.of());
        assertThat(budgetHolder.submit(at(receipt, "order"), ordering).statusCode())
                .isEqualTo(302);
        assertThat(budgetHolder.submit(at(receipt, "order"), ordering).statusCode())
                .isEqualTo(302);

        assertThat(towns.in(TOWN, () -> journal.of(receipt.caseId())))
                .extracting(Entry::kind)
                .containsOnlyOnce("InvoiceCertified", "InvoiceOrdered");
    }

    @Test
    void sayWhyADecisionDoesNotCount() {
        Receipt receipt = inBauamt();
        Visitor budgetHolder = visitor(Who.BUDGET_HOLDER);
        Visitor clerk = visitor(Who.CLERK);

        assertThat(submit(budgetHolder, receipt, "certify", Map.of("subject", "SUMS"))
                        .body())
                .contains("role=\"alert\"", "haben Sie keine Befugnis");
        assertThat(submit(clerk, receipt, "certify", Map.of()).body())
                .contains("role=\"alert\"", "href=\"#grounds\"", "Bitte wählen Sie, was Sie feststellen");
        assertThat(budgetHolder.get(at(receipt, "order")).body())
                .contains("role=\"alert\"", "noch nicht sachlich und rechnerisch festgestellt")
                .doesNotContain("name=\"document\"");
        assertThat(clerk.submit(
                                at(receipt, "certify"),
                                Map.of("subject", "SUMS", "round", "1", "document", "0".repeat(64)))
                        .body())
                .contains("hat sich geändert, seit Sie sie angesehen haben");
        assertThat(now(receipt).station()).isEqualTo(Station.ASSIGNED);
        assertThat(review(clerk, receipt)).contains(at(receipt, "certify"));
    }

    @Test
    void leadFromAnErrorToItsField() {
        Receipt receipt = inBauamt();
        Visitor clerk = visitor(Who.CLERK);

        assertThat(submit(clerk, receipt, "refuse", Map.of("text", "  ")).body())
                .contains("role=\"alert\"", "href=\"#text\"", "Bitte schreiben Sie etwas");
        assertThat(submit(clerk, receipt, "refuse", Map.of("text", "ü".repeat(2_001)))
                        .body())
                .contains("Der Text ist zu lang", "üüü");
        assertThat(now(receipt).mark()).isEqualTo(Mark.OPEN);
    }

    @Test
    void askTheSupplierSettleAndRefuse() {
        Receipt receipt = inBauamt();
        Visitor clerk = visitor(Who.CLERK);

        submit(clerk, receipt, "ask", Map.of("text", "Welche Bestellung <b>ist</b> gemeint?"));
        assertThat(now(receipt).mark()).isEqualTo(Mark.QUERY);
        assertThat(review(clerk, receipt))
                .contains("Welche Bestellung &lt;b&gt;ist&lt;/b&gt; gemeint?", at(receipt, "settle"))
                .doesNotContain(at(receipt, "certify"), at(receipt, "ask"));

        submit(clerk, receipt, "settle", Map.of("text", "Die von Mai."));
        assertThat(now(receipt).mark()).isEqualTo(Mark.OPEN);

        submit(clerk, receipt, "refuse", Map.of("text", "Nicht geliefert."));
        assertThat(now(receipt).mark()).isEqualTo(Mark.REFUSED);
        assertThat(review(clerk, receipt)).contains("Nicht geliefert.").doesNotContain("/decide/");
    }

    @Test
    void sendACertifiedInvoiceBack() {
        Receipt receipt = inBauamt();
        Visitor clerk = visitor(Who.CLERK);
        submit(clerk, receipt, "certify", Map.of("subject", "GROUNDS"));
        assertThat(page(clerk, receipt, "certify")).contains("id=\"sums\"").doesNotContain("id=\"grounds\"");

        submit(clerk, receipt, "send-back", Map.of("text", "Menge noch einmal prüfen."));

        assertThat(now(receipt).round()).isEqualTo(2);
        assertThat(page(clerk, receipt, "certify")).contains("id=\"grounds\"");
    }

    @Test
    void letThePersonChooseAmongSeveralAccounts() {
        String account = "<cac:PayeeFinancialAccount>";
        Receipt receipt = received(
                AnInvoice.anInvoice()
                        .to(BAUAMT)
                        .first(
                                "(?s)(<cac:PaymentMeans>.*?</cac:PaymentMeans>)",
                                "$1<cac:PaymentMeans><cbc:PaymentMeansCode>58</cbc:PaymentMeansCode>" + account
                                        + "<cbc:ID>DE02120300000000202051</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>"));
        Visitor budgetHolder = visitor(Who.BUDGET_HOLDER);
        submit(visitor(Who.CLERK), receipt, "certify", Map.of("subject", "GROUNDS,SUMS"));

        assertThat(page(budgetHolder, receipt, "order"))
                .contains("mehrere Konten", "value=\"DE02120300000000202051\"", "id=\"account\"");
        assertThat(submit(budgetHolder, receipt, "order", Map.of()).body())
                .contains("href=\"#account\"", "Bitte wählen Sie eines.");
        submit(budgetHolder, receipt, "order", Map.of("account", "DE02120300000000202051"));

        assertThat(review(budgetHolder, receipt)).contains("DE02 1203");
    }

    @ParameterizedTest
    @CsvSource({
        "CLERK, order, 403",
        "CLERK, assign, 200",
        "CLERK, dance, 404",
        "CLERK_OF_OTHER_OFFICE, certify, 404",
        "SUPPLIER, refuse, 403",
        "TREASURER, order, 403",
        "AUDITOR, certify, 403"
    })
    void areOpenToWhomTheyConcern(Who who, String act, int status) {
        assertThat(visitor(who).get(at(inBauamt(), act)).statusCode()).isEqualTo(status);
    }

    @Test
    void showTheCardToTheTownOnly() {
        Receipt receipt = inBauamt();
        Visitor treasurer = visitor(Who.TREASURER);

        assertThat(review(treasurer, receipt))
                .contains("id=\"decision\"", "Zuständig: Bauamt")
                .doesNotContain("/decide/");
        assertThat(visitor(Who.CLERK).get("/triage").statusCode()).isEqualTo(403);
        assertThat(review(visitor(Who.CLERK), receipt)).doesNotContain("href=\"/triage\"");
    }

    @Test
    void assignFromTheTriageDesk() {
        Receipt receipt = received(AnInvoice.anInvoice().to("Zimmer 12"));
        Visitor desk = visitor(Who.CLERK_OF_TRIAGE);
        String list = desk.get("/triage").body();

        assertThat(list)
                .contains("/invoices/" + receipt.receiptNumber(), "Zimmer 12", "sieht nicht wie eine aus")
                .contains("<a href=\"/triage\" aria-current=\"page\">Vorsortierung</a>");
        assertThat(review(desk, receipt)).contains("Wartet in der Vorsortierung", at(receipt, "assign"));
        assertThat(submit(desk, receipt, "assign", Map.of("office", "")).body())
                .contains("href=\"#office\"", "Bitte wählen Sie eine Stelle.");

        String bauamt =
                towns.in(TOWN, () -> offices.ofKey("bauamt")).orElseThrow().id().toString();
        assertThat(submit(desk, receipt, "assign", Map.of("office", bauamt)).statusCode())
                .isEqualTo(302);

        assertThat(towns.in(TOWN, () -> assignments.officeOf(receipt.caseId())))
                .hasToString("Optional[" + bauamt + "]");
        assertThat(desk.get("/triage").body()).doesNotContain("/invoices/" + receipt.receiptNumber());
    }

    private Visitor visitor(Who who) {
        return Visitor.of(who, port);
    }

    private static String at(Receipt receipt, String act) {
        return "/invoices/" + receipt.receiptNumber() + "/decide/" + act;
    }

    private static String review(Visitor visitor, Receipt receipt) {
        return visitor.get("/invoices/" + receipt.receiptNumber()).body();
    }

    private static String page(Visitor visitor, Receipt receipt, String act) {
        HttpResponse<String> answer = visitor.get(at(receipt, act));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** Opens the page, fills it in and sends it. */
    private static HttpResponse<String> submit(
            Visitor visitor, Receipt receipt, String act, Map<String, String> entered) {
        return visitor.submit(at(receipt, act), filledIn(visitor, receipt, act, entered));
    }

    private static Map<String, String> filledIn(
            Visitor visitor, Receipt receipt, String act, Map<String, String> entered) {
        Map<String, String> fields = new HashMap<>(entered);
        Matcher hidden = HIDDEN.matcher(page(visitor, receipt, act));
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2));
        }
        assertThat(fields).containsKeys("round", "document");
        return fields;
    }

    private InvoiceCase now(Receipt receipt) {
        return towns.in(TOWN, () -> cases.get(receipt.caseId()));
    }

    private Receipt inBauamt() {
        return received(AnInvoice.anInvoice().to(BAUAMT));
    }

    private Receipt received(AnInvoice invoice) {
        Receipt receipt = towns.receive(TOWN, invoice.bytes());
        towns.awaitChecked(TOWN, receipt.caseId());
        return receipt;
    }
}
