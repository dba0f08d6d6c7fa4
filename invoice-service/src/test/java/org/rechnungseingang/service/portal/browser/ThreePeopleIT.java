package org.rechnungseingang.service.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rechnungseingang.service.town.AnInvoice.anInvoice;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.notice.StatusPages;
import org.rechnungseingang.service.way.Partners;
import org.rechnungseingang.service.way.TownHall;
import org.rechnungseingang.service.way.WholeWayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * One invoice, from the supplier's mail to its payment, as the people at their desks and the supplier see it. Mail server
 * and finance system are processes of their own.
 */
@WholeWayTest
@ExtendWith(Chromium.class)
class ThreePeopleIT {

    private static final String PASSWORD = "musterstadt-for-tests";
    private static final byte[] NOTE = "Menge;Artikel\n3;Stifte\n".getBytes(StandardCharsets.UTF_8);
    private static final String STATION = ".stations .current";
    private static final String SUBMIT = "main button[type=submit]";

    @LocalServerPort
    private int port;

    @Autowired
    private Partners partners;

    @Autowired
    private TownHall hall;

    @Autowired
    private StatusPages pages;

    private final List<Visitor> visitors = new ArrayList<>();

    @AfterEach
    void leaveWithoutComplaints() {
        List<String> complaints = visitors.stream()
                .flatMap(visitor -> visitor.complaints().stream())
                .toList();
        visitors.forEach(Visitor::close);
        assertThat(complaints).isEmpty();
    }

    @Test
    void takeAnInvoiceFromTheMailToItsPayment(Browser browser) throws IOException {
        partners.behave(Partners.TAKING);
        InvoiceCase invoice = arrivedByMail();
        Visitor supplier = somebody(browser);
        supplier.open("/status/" + invoice.receiptNumber() + "/" + hall.in(() -> pages.secretOf(invoice.id())));
        supplier.seesIn(STATION, "Zugeordnet");

        Visitor clerk = fromHisInbox(browser, "clerk", invoice);
        clerk.sees("Rechnung und Lieferschein", "buchhaltung@papierhaus-sonnberg.example", "rechnungen");
        savesWhatCameWithTheMail(clerk);
        clerk.seesOnly(0, "main a[href$='/decide/order']");
        clerk.page().click(".actions >> text=Feststellen");
        clerk.arrivesAt(review(invoice) + "/decide/certify").sees("Ihr Name und die Zeit werden festgehalten");
        clerk.page().click(SUBMIT);
        clerk.arrivesAt(review(invoice)).sees("Die Feststellung ist festgehalten", "Ayşe Yıldız, ");

        Visitor budgetHolder = fromHisInbox(browser, "budget-holder", invoice);
        budgetHolder.page().click(".actions >> text=Anordnen");
        budgetHolder.arrivesAt(review(invoice) + "/decide/order").sees("1.053,51", "DE90 9990");
        budgetHolder.page().click(SUBMIT);
        budgetHolder.arrivesAt(review(invoice)).sees("Die Zahlung ist angeordnet", "Bernd Kowalski, ");
        supplier.seesAfterAWhile(STATION, "Angeordnet").sees("an die Kasse übergeben");

        Visitor treasurer = fromHisInbox(browser, "treasurer", invoice);
        treasurer.page().click(".tabs >> text=Laufzettel");
        treasurer.page().waitForURL("**part=history");
        treasurer.seesAfterAWhile(".trail", "Anordnung vom Finanzverfahren angenommen");
        treasurer.seesIn(STATION, "Angeordnet");
        partners.behave(Partners.POSTING);
        treasurer.seesAfterAWhile(STATION, "Gebucht");
        supplier.seesAfterAWhile(STATION, "Gebucht");
        partners.behave(Partners.PAYING);
        treasurer.seesAfterAWhile(STATION, "Bezahlt");
        supplier.seesAfterAWhile(STATION, "Bezahlt").sees("Die Rechnung ist bezahlt");

        assertThat(treasurer.page().locator(".trail strong").allInnerTexts())
                .containsExactly(
                        "Empfangen",
                        "Unterlagen beigefügt",
                        "Geprüft",
                        "Zugeordnet",
                        "Festgestellt",
                        "Zahlung angeordnet",
                        "Anordnung vom Finanzverfahren angenommen",
                        "Gebucht",
                        "Bezahlt");
        assertThat(treasurer.page().locator(".trail bdi").allInnerTexts())
                .contains("Ayşe Yıldız", "Bernd Kowalski", "buchhaltung@papierhaus-sonnberg.example");
        treasurer.sees("Dateiname: Lieferschein.csv", "Diese Kette ist eben nachgerechnet und unversehrt");
        treasurer.seesOnly(0, "main a[href*='/decide/']");
        treasurer.photograph("three-people-history");
        supplier.photograph("three-people-supplier");
    }

    @Test
    void neverLetTheSamePersonCertifyAndOrder(Browser browser) {
        InvoiceCase invoice = arrivedByMail();
        Visitor both = fromHisInbox(browser, "deputy", invoice);
        both.page().click(".actions >> text=Feststellen");
        both.page().click(SUBMIT);
        both.arrivesAt(review(invoice)).sees("Die Feststellung ist festgehalten", "offen – zweite Person");
        both.seesOnly(0, "main a[href$='/decide/order']");

        both.open(review(invoice) + "/decide/order");

        both.seesIn("[role=alert]", "Sie haben diese Rechnung selbst festgestellt");
        both.seesOnly(0, SUBMIT);
        fromHisInbox(browser, "budget-holder", invoice).seesOnly(1, "main a[href$='/decide/order']");
    }

    @Test
    void loseNoWordsWhenSomebodyElseWasFaster(Browser browser) {
        InvoiceCase invoice = arrivedByMail();
        Visitor clerk = fromHisInbox(browser, "clerk", invoice);
        Visitor budgetHolder = fromHisInbox(browser, "budget-holder", invoice);
        clerk.page().click(".actions >> text=Rückfrage stellen");
        clerk.page().fill("#text", "Fehlt da nicht\neine Position?");
        budgetHolder.page().click(".actions >> text=Ablehnen");
        budgetHolder.page().fill("#text", "Nicht bestellt.");
        budgetHolder.page().click(SUBMIT);
        budgetHolder.arrivesAt(review(invoice)).sees("Die Rechnung ist abgelehnt");

        clerk.page().click(SUBMIT);

        clerk.seesIn("[role=alert]", "Die Rechnung ist abgelehnt.");
        clerk.sees("Ihr Text; er ist nicht gespeichert:", "Fehlt da nicht\neine Position?");
        clerk.page().click("text=Rechnung ansehen");
        clerk.arrivesAt(review(invoice)).sees("Nicht bestellt.").seesOnly(0, "main a[href*='/decide/']");
    }

    @Test
    void hearWhenAnotherHasCertifiedAndNothingOfTheirOwnSecondClick(Browser browser) {
        InvoiceCase invoice = arrivedByMail();
        Visitor clerk = fromHisInbox(browser, "clerk", invoice);
        Visitor deputy = fromHisInbox(browser, "deputy", invoice);
        deputy.open(review(invoice) + "/decide/certify");
        clerk.open(review(invoice) + "/decide/certify");

        clerk.page().dblclick(SUBMIT);
        clerk.arrivesAt(review(invoice)).sees("Die Feststellung ist festgehalten");
        assertThat(hall.history(invoice)).containsOnlyOnce("InvoiceCertified");
        deputy.page().click(SUBMIT);

        deputy.seesIn("[role=alert]", "Das ist bereits festgestellt.");
        assertThat(hall.history(invoice)).containsOnlyOnce("InvoiceCertified");
    }

    @Test
    void seeWithWhichMailAFileCame(Browser browser) {
        byte[] file = anInvoice().bytes();
        partners.send(Partners.letter("Rechnung").attach("rechnung.xml", "application/xml", file));
        InvoiceCase invoice = hall.await(file, Station.ASSIGNED, Mark.OPEN);
        partners.send(Partners.letter("Nachtrag")
                .attach("noch-einmal.xml", "application/xml", file)
                .attach("Lieferschein.csv", "text/csv", NOTE));

        Visitor clerk = fromHisInbox(browser, "clerk", invoice);
        clerk.page().click(".tabs >> text=Anlagen");
        clerk.page().waitForURL("**part=attachments");
        // What the page reads first is waited for: the rest of the same commit is there then.
        clerk.seesAfterAWhile("main", "Mit 2 E-Mails gekommen");

        clerk.sees("1 weitere Datei kam mit");
        clerk.seesIn(".part tbody tr", "Lieferschein.csv", "Nachtrag");
        clerk.page().click(".tabs >> text=Laufzettel");
        clerk.sees("Dieselbe Datei noch einmal empfangen", "Unterlagen beigefügt");
    }

    private static void savesWhatCameWithTheMail(Visitor clerk) throws IOException {
        clerk.page().click(".tabs >> text=Anlagen");
        clerk.sees("Lieferschein.csv", "CSV-Tabelle", "1\u00a0KB");
        Download saved = clerk.page().waitForDownload(() -> clerk.page().click("text=Lieferschein.csv"));
        assertThat(saved.suggestedFilename()).endsWith("-M1.csv");
        assertThat(Files.readAllBytes(saved.path())).isEqualTo(NOTE);
    }

    private InvoiceCase arrivedByMail() {
        byte[] file = anInvoice().bytes();
        partners.send(Partners.letter("Rechnung und Lieferschein")
                .attach("rechnung.xml", "application/xml", file)
                .attach("Lieferschein.csv", "text/csv", NOTE));
        return hall.await(file, Station.ASSIGNED, Mark.OPEN);
    }

    private Visitor fromHisInbox(Browser browser, String login, InvoiceCase invoice) {
        Visitor person = somebody(browser).as(login, PASSWORD);
        person.arrivesAt("/invoices");
        person.page().click("tbody a[href='" + review(invoice) + "']");
        return person.arrivesAt(review(invoice));
    }

    private Visitor somebody(Browser browser) {
        Visitor visitor = Visitor.at(browser, port);
        visitors.add(visitor);
        return visitor;
    }

    private static String review(InvoiceCase invoice) {
        return "/invoices/" + invoice.receiptNumber();
    }
}
