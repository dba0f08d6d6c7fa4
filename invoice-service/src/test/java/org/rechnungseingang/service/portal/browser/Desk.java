package org.rechnungseingang.service.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rechnungseingang.service.town.AnInvoice.anInvoice;
import static org.rechnungseingang.service.town.AnInvoice.sample;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.rechnungseingang.service.approval.AskSupplier;
import org.rechnungseingang.service.approval.CertifyInvoice;
import org.rechnungseingang.service.approval.Decision;
import org.rechnungseingang.service.approval.InvoiceCertified.Subject;
import org.rechnungseingang.service.approval.Seen;
import org.rechnungseingang.service.intake.Channel;
import org.rechnungseingang.service.intake.Envelope;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.JoinDocuments;
import org.rechnungseingang.service.intake.JoinDocuments.Attached;
import org.rechnungseingang.service.intake.Receipt;
import org.rechnungseingang.service.intake.ReceiveInvoice;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.notice.StatusPages;
import org.rechnungseingang.service.people.Offices;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.people.Role;
import org.rechnungseingang.service.town.APdf;
import org.rechnungseingang.service.town.AnInvoice;
import org.rechnungseingang.service.town.Towns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What lies on the desks of an office: invoices that came by mail, in every state that leads to another page. */
class Desk {

    /** Of the office that the people of the tests work for. */
    static final String ROUTING_ID = "04011000-1234512345-06";

    private static final String TOWN = "musterstadt";
    private static final Actor SENDER = Actor.program("buchhaltung@papierhaus-sonnberg.example");
    private static final String ACCOUNTS = "(?s)(<cac:PaymentMeans>.*?</cac:PaymentMeans>)";
    private static final String ONE_MORE = "$1<cac:PaymentMeans><cbc:PaymentMeansCode>58</cbc:PaymentMeansCode>"
            + "<cac:PayeeFinancialAccount><cbc:ID>DE02120300000000202051</cbc:ID></cac:PayeeFinancialAccount>"
            + "</cac:PaymentMeans>";

    private final Towns towns;
    private final ReceiveInvoice intake;
    private final JoinDocuments join;
    private final InvoiceCases cases;
    private final CertifyInvoice certify;
    private final AskSupplier ask;
    private final StatusPages pages;
    private final Offices offices;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Desk(
            Towns towns,
            ReceiveInvoice intake,
            JoinDocuments join,
            InvoiceCases cases,
            CertifyInvoice certify,
            AskSupplier ask,
            StatusPages pages,
            Offices offices,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.towns = towns;
        this.intake = intake;
        this.join = join;
        this.cases = cases;
        this.certify = certify;
        this.ask = ask;
        this.pages = pages;
        this.offices = offices;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One that waits to be certified; it came by mail with two other files. */
    Receipt open() {
        Receipt receipt = received(anInvoice().to(ROUTING_ID));
        towns.in(
                TOWN,
                () -> transaction.execute(status -> {
                    List<Integer> joined = join.join(
                            receipt.caseId(),
                            SENDER,
                            List.of(
                                    new Attached(
                                            "Lieferschein 4711.csv", "text/csv", bytes("Menge;Artikel\n3;Stifte\n")),
                                    new Attached(
                                            "Ein sehr langer Name ".repeat(6) + ".csv", "text/csv", bytes("a;b\n"))));
                    mail(receipt, joined.get(0));
                    message(receipt);
                    return joined;
                }));
        return receipt;
    }

    /** One that is certified and waits for its order; it names two accounts. */
    Receipt certified() {
        Receipt receipt = received(anInvoice().to(ROUTING_ID).first(ACCOUNTS, ONE_MORE));
        done(towns.in(
                TOWN,
                () -> certify.certify(clerk(), receipt.receiptNumber(), seen(receipt), Set.of(Subject.values()))));
        return receipt;
    }

    /** One whose supplier was asked something. */
    Receipt asked() {
        Receipt receipt = received(anInvoice().to(ROUTING_ID));
        done(towns.in(
                TOWN,
                () -> ask.ask(clerk(), receipt.receiptNumber(), seen(receipt), "Welche Bestellung ist gemeint?")));
        return receipt;
    }

    /** A PDF whose pages name another total and another account than the invoice inside them: its payment is held. */
    Receipt held() {
        return received(
                "rechnung.pdf",
                APdf.saying("Zu zahlen: 99.999,00 EUR", "IBAN DE75 5121 0800 1245 1261 99")
                        .to(ROUTING_ID)
                        .numberedAnew()
                        .bytes());
    }

    /** One that the town's own rules want an order number of. */
    Receipt withoutOrder() {
        return received(sample("good/ubl-04-zwei-steuersaetze.xml")
                .number("RE-" + UUID.randomUUID())
                .to(ROUTING_ID));
    }

    /** One that waits at the triage desk. */
    Receipt unclaimed() {
        return received(anInvoice().to("Zimmer 12"));
    }

    static String review(Receipt receipt) {
        return "/invoices/" + receipt.receiptNumber();
    }

    static String decide(Receipt receipt, String act) {
        return review(receipt) + "/decide/" + act;
    }

    /** The supplier's page. */
    String status(Receipt receipt) {
        return "/status/" + receipt.receiptNumber() + "/" + towns.in(TOWN, () -> pages.secretOf(receipt.caseId()));
    }

    /** Opens every page on which a clerk decides, and its errors. */
    void showTheClerksPages(Visitor visitor, Consumer<Visitor> look) {
        Receipt open = open();
        Receipt held = held();
        for (String page : List.of(
                review(held),
                review(held) + "?part=extras",
                decide(held, "lift-hold"),
                review(withoutOrder()),
                "/triage",
                "/triage?lang=en",
                "/triage?lang=de",
                review(open),
                review(open) + "?part=attachments",
                review(open) + "?part=history",
                decide(open, "certify"),
                decide(open, "refuse"),
                decide(open, "ask"),
                decide(open, "assign"),
                decide(open, "send-back"),
                decide(unclaimed(), "assign"),
                decide(asked(), "settle"),
                decide(certified(), "send-back"),
                review(certified()))) {
            visitor.open(page);
            look.accept(visitor);
        }
        visitor.open(decide(open, "certify"));
        visitor.page().uncheck("#grounds");
        visitor.page().uncheck("#sums");
        send(visitor, "Bitte wählen Sie, was Sie feststellen.");
        look.accept(visitor);
        visitor.open(decide(open, "refuse"));
        visitor.page().fill("#text", " ");
        send(visitor, "Bitte schreiben Sie etwas.");
        look.accept(visitor);
        tooLate(visitor);
        look.accept(visitor);
        upload(visitor);
        look.accept(visitor);
    }

    private static void upload(Visitor visitor) {
        visitor.open("/upload");
        visitor.page().setInputFiles("#files", Invoices.file("good/ubl-02-skonto.xml"));
        visitor.page().click("main button[type=submit]");
        visitor.sees("Stand verfolgen");
    }

    /** Leaves the visitor where his question comes too late, since somebody else has asked meanwhile. */
    private void tooLate(Visitor visitor) {
        Receipt receipt = received(anInvoice().to(ROUTING_ID));
        visitor.open(decide(receipt, "ask"));
        visitor.page().fill("#text", "Welche Bestellung ist gemeint?");
        done(towns.in(TOWN, () -> ask.ask(clerk(), receipt.receiptNumber(), seen(receipt), "Welcher Auftrag?")));
        send(visitor, "Zuerst muss die Rückfrage abgeschlossen werden.");
    }

    /** Opens every page on which a budget holder orders, and its errors. */
    void showTheBudgetHoldersPages(Visitor visitor, Consumer<Visitor> look) {
        Receipt certified = certified();
        visitor.open(decide(certified, "order"));
        look.accept(visitor);
        visitor.page()
                .evaluate("() => document.querySelectorAll('[required]').forEach(field => field.required = false)");
        send(visitor, "Bitte wählen Sie eines.");
        look.accept(visitor);
        visitor.open(decide(open(), "order"));
        visitor.seesIn("[role=alert]", "noch nicht sachlich und rechnerisch festgestellt");
        look.accept(visitor);
    }

    private static void send(Visitor visitor, String refusal) {
        visitor.page().click("main button[type=submit]");
        visitor.seesIn("[role=alert]", refusal);
    }

    private Receipt received(AnInvoice invoice) {
        return received("rechnung.xml", invoice.bytes());
    }

    private Receipt received(String name, byte[] bytes) {
        Receipt receipt = towns.in(
                TOWN,
                () -> intake.receive(new Envelope(Channel.MAIL, clock.instant(), SENDER, Optional.of(name), bytes)));
        towns.awaitChecked(TOWN, receipt.caseId());
        return receipt;
    }

    // The mail module takes mails from mailboxes only.
    private void mail(Receipt receipt, int document) {
        UUID mail = UUID.randomUUID();
        UUID town = towns.town(TOWN).value();
        jdbc.sql("""
                        insert into mail (tenant, id, mailbox, uid_validity, uid, original, received_at, stored_at, sender, subject)
                        select tenant, ?, 'rechnung', 1, (select count(*) from mail), original, now(), now(), ?,
                          'Rechnung RE-2026-4711 und Lieferschein zu Ihrer Bestellung vom 3. November'
                        from invoice_case where tenant = ? and id = ?""")
                .params(mail, SENDER.name(), town, receipt.caseId().value())
                .update();
        jdbc.sql("insert into mail_case (tenant, mail, case_id) values (?, ?, ?)")
                .params(town, mail, receipt.caseId().value())
                .update();
        jdbc.sql("insert into mail_document (tenant, mail, case_id, number) values (?, ?, ?, ?)")
                .params(town, mail, receipt.caseId().value(), document)
                .update();
    }

    // The access point takes signed messages only.
    private void message(Receipt receipt) {
        jdbc.sql("""
                        insert into as4_message
                          (tenant, id, message_id, signature, access_point, sender, receiver, document_type, process, instance_id,
                           mls_to, mls_type, id_reused, envelope, payload, case_id, sent_at, received_at, stored_at, receipt)
                        select tenant, ?, '80f0bf2c-60ee-4f9b-b3d1-3423f344bf05@sender.example', ?, 'POP000200', '0088:4012345000009',
                          '0204:04011000-1234512345-06', 'type', 'process', 'acd12c8f-7da8-49ba-900c-862ca8c5ac26', '', '', true,
                          original, original, id, now(), now(), now(), ''
                        from invoice_case where tenant = ? and id = ?""")
                .params(UUID.randomUUID(), UUID.randomUUID().toString())
                .params(towns.town(TOWN).value(), receipt.caseId().value())
                .update();
        jdbc.sql("""
                        insert into outbound_message
                          (tenant, id, case_id, number, kind, answers, code, receiver, instance_id, document, created_at)
                        select tenant, ?, id, 1, 'MESSAGE_LEVEL_STATUS', 'acd12c8f-7da8-49ba-900c-862ca8c5ac26', 'RE',
                          '0242:000200', 'ec1ba0ab-7f06-4bb8-b8a2-1a6e9d3fb1a1', original, now()
                        from invoice_case where tenant = ? and id = ?""")
                .params(
                        UUID.randomUUID(),
                        towns.town(TOWN).value(),
                        receipt.caseId().value())
                .update();
    }

    private Person clerk() {
        return transaction.execute(status -> jdbc.sql("select id, name from account where login = 'clerk'")
                .query((row, number) -> new Person(
                        towns.town(TOWN),
                        Optional.of(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        Set.of(Role.CLERK),
                        offices.ofKey("bau")))
                .single());
    }

    private Seen seen(Receipt receipt) {
        return Seen.of(cases.get(receipt.caseId()));
    }

    private static void done(Decision decision) {
        assertThat(decision).isEqualTo(new Decision.Done());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
