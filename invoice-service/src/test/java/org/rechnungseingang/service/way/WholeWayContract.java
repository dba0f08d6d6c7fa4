package org.rechnungseingang.service.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rechnungseingang.service.town.AnInvoice.anInvoice;
import static org.rechnungseingang.service.way.Partners.PAYING;
import static org.rechnungseingang.service.way.Partners.POSTING;
import static org.rechnungseingang.service.way.Partners.TAKING;
import static org.rechnungseingang.service.way.Partners.letter;
import static org.rechnungseingang.service.way.TownHall.WAY;
import static org.rechnungseingang.service.way.TownHall.awaitThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.samples.finance.Count;
import org.rechnungseingang.schematron.Finding;
import org.rechnungseingang.service.approval.Decision;
import org.rechnungseingang.service.approval.Refusal;
import org.rechnungseingang.service.intake.Channel;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.intake.SupportingDocuments;
import org.rechnungseingang.service.mail.Mails;
import org.rechnungseingang.service.notice.CaseStatus;
import org.rechnungseingang.service.notice.StatusPages;
import org.rechnungseingang.service.people.Access;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.register.Register;
import org.rechnungseingang.service.register.RegisterEntry;
import org.rechnungseingang.service.routing.TriageCause;
import org.rechnungseingang.service.routing.TriageDesk;
import org.rechnungseingang.service.routing.WaitingCase;
import org.rechnungseingang.service.town.AnInvoice;
import org.rechnungseingang.service.town.Behind;
import org.rechnungseingang.service.validation.CheckOutcome;
import org.rechnungseingang.service.validation.StoredVerdict;
import org.rechnungseingang.service.validation.Verdicts;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * From the supplier's mail to the payment, whatever mail server the town has: SMTP, IMAP over TLS, all stages, two people,
 * the finance system over HTTP. The partners are processes of their own, and what was paid is counted there.
 */
abstract class WholeWayContract {

    private static final Path SAMPLES = Path.of(System.getProperty("basedir", "."), "..", "samples");

    @Autowired
    private Partners partners;

    @Autowired
    private TownHall hall;

    @Autowired
    private Behind behind;

    @Autowired
    private Register register;

    @Autowired
    private Access access;

    @Autowired
    private Verdicts verdicts;

    @Autowired
    private TriageDesk desk;

    @Autowired
    private SupportingDocuments supporting;

    @Autowired
    private Mails mails;

    @Autowired
    private StatusPages pages;

    private Person clerk;
    private Person budgetHolder;
    private Person deputy;

    @BeforeEach
    void open() {
        partners.behave(PAYING);
        // The test before may end sooner than the last mail is moved.
        awaitThat(() -> partners.waiting() == 0);
        clerk = hall.person("clerk");
        budgetHolder = hall.person("budget-holder");
        deputy = hall.person("deputy");
    }

    static Stream<String> syntaxes() {
        return Stream.of("good/ubl-01-schulbedarf.xml", "good/cii-01-strom.xml", "good/zugferd-01-xrechnung.pdf");
    }

    @ParameterizedTest
    @MethodSource("syntaxes")
    void leadsFromTheMailboxToThePayment(String sample) {
        byte[] file = sample(sample);
        Count before = partners.count();
        int taken = partners.taken();

        send(sample, file);
        InvoiceCase invoice = hall.await(file, Station.ASSIGNED, Mark.OPEN);
        certify(clerk, invoice);
        order(budgetHolder, invoice);
        hall.await(file, Station.PAID, Mark.OPEN);

        RegisterEntry row = row(invoice);
        assertThat(row.station()).isEqualTo(Station.PAID);
        assertThat(row.mark()).isEqualTo(Mark.OPEN);
        assertThat(row.channel()).isEqualTo(Channel.MAIL);
        assertThat(row.outcome()).contains(CheckOutcome.ACCEPT);
        assertThat(row.office()).isEqualTo(clerk.office().map(office -> office.id()));
        assertThat(row.certified()).isTrue();
        assertThat(hall.history(invoice)).containsExactlyElementsOf(WAY);
        assertThat(hall.fault(invoice)).isEmpty();
        Count after = partners.count();
        assertThat(after.orders()).isEqualTo(before.orders() + 1);
        assertThat(after.amountCents() - before.amountCents())
                .isEqualTo(row.payableCents().orElseThrow());
        awaitThat(() -> partners.taken() == taken + 1 && partners.waiting() == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bad/kontakt-fehlt.xml", "bad/summe-zahlbetrag.xml", "bad/summe-umsatzsteuer.xml"})
    void stopsABadInvoiceWithTheRulesThatItBreaks(String sample) {
        byte[] file = sample(sample);

        send(sample, file);
        InvoiceCase invoice = hall.await(file, Station.CHECKED, Mark.ON_HOLD);
        awaitThat(() -> waiting(invoice).isPresent());

        StoredVerdict verdict = hall.in(() -> verdicts.latest(invoice.id())).orElseThrow();
        assertThat(verdict.outcome()).isEqualTo(CheckOutcome.REJECT);
        assertThat(verdict.findings()).extracting(Finding::rule).containsExactlyInAnyOrderElementsOf(rules(sample));
        assertThat(waiting(invoice)).map(WaitingCase::cause).contains(TriageCause.NOT_ACCEPTED);
        assertThat(row(invoice).outcome()).contains(CheckOutcome.REJECT);
        assertThat(row(invoice).mark()).isEqualTo(Mark.ON_HOLD);
        assertThat(hall.history(invoice)).containsExactly("InvoiceReceived", "InvoiceChecked", "InvoiceNotAssigned");
        assertThat(hall.fault(invoice)).isEmpty();
        assertThat(hall.certify(clerk, invoice)).isEqualTo(new Decision.Refused(Refusal.WRONG_STATION));
    }

    @Test
    void mergesADuplicateIntoTheFirstAndPaysOnce() {
        AnInvoice invoice = anInvoice();
        byte[] again = invoice.with("</Invoice>", "<!-- again --></Invoice>").bytes();
        byte[] late = invoice.with("</Invoice>", "<!-- late --></Invoice>").bytes();
        Count before = partners.count();

        send("rechnung.xml", invoice.bytes());
        InvoiceCase first = hall.await(invoice.bytes(), Station.ASSIGNED, Mark.OPEN);
        send("rechnung.xml", again);
        InvoiceCase second = hall.await(again, Station.CHECKED, Mark.MERGED);
        certify(clerk, first);
        order(budgetHolder, first);
        hall.await(invoice.bytes(), Station.PAID, Mark.OPEN);
        send("rechnung.xml", late);
        InvoiceCase third = hall.await(late, Station.CHECKED, Mark.MERGED);

        for (InvoiceCase duplicate : List.of(second, third)) {
            assertThat(mergedInto(duplicate)).isEqualTo(first.id().value());
            assertThat(hall.history(duplicate)).containsExactly("InvoiceReceived", "InvoiceChecked", "InvoiceMerged");
            assertThat(row(duplicate).mark()).isEqualTo(Mark.MERGED);
            assertThat(hall.certify(clerk, duplicate)).isEqualTo(new Decision.Refused(Refusal.MERGED));
            assertThat(hall.order(budgetHolder, duplicate)).isEqualTo(new Decision.Refused(Refusal.MERGED));
            assertThat(hall.fault(duplicate)).isEmpty();
        }
        assertThat(partners.count().orders()).isEqualTo(before.orders() + 1);
        assertThat(partners.count().amountCents() - before.amountCents())
                .isEqualTo(row(first).payableCents().orElseThrow());
    }

    @Test
    void neverPaysACreditNoteOut() {
        byte[] credit = AnInvoice.sample("good/ubl-07-gutschrift.xml")
                .number("G-" + UUID.randomUUID())
                .bytes();
        byte[] later = anInvoice().bytes();
        Count before = partners.count();

        send("gutschrift.xml", credit);
        InvoiceCase note = hall.await(credit, Station.ASSIGNED, Mark.OPEN);
        certify(clerk, note);
        order(budgetHolder, note);
        hall.await(credit, Station.POSTED, Mark.OPEN);
        pay(later);

        // What the finance system tells, it tells in order: the later invoice is paid, and the credit note would be,
        // too.
        InvoiceCase now = hall.of(credit).get(0);
        assertThat(now.station()).isEqualTo(Station.POSTED);
        assertThat(hall.history(now)).containsExactlyElementsOf(WAY.subList(0, WAY.size() - 1));
        assertThat(hall.fault(now)).isEmpty();
        assertThat(behind.count(
                        "payment where case_id = ? and cents = 0 and iban is null",
                        now.id().value()))
                .isEqualTo(1);
        Count after = partners.count();
        assertThat(after.orders()).isEqualTo(before.orders() + 2);
        assertThat(transfers(after)).isEqualTo(transfers(before) + 1);
        assertThat(after.amountCents() - before.amountCents())
                .isEqualTo(row(hall.of(later).get(0)).payableCents().orElseThrow());
    }

    @Test
    void opensACaseForEachInvoiceOfAMailAndJoinsWhatCameWithThem() {
        byte[] one = anInvoice().bytes();
        byte[] other = anInvoice().bytes();
        byte[] note = sample("bad/pdf-ohne-xml.pdf");

        partners.send(letter("Zwei Rechnungen")
                .attach("eins.xml", "application/xml", one)
                .attach("zwei.xml", "application/xml", other)
                .attach("Lieferschein.pdf", "application/pdf", note));
        List<InvoiceCase> both =
                List.of(hall.await(one, Station.ASSIGNED, Mark.OPEN), hall.await(other, Station.ASSIGNED, Mark.OPEN));

        assertThat(both.get(0).id()).isNotEqualTo(both.get(1).id());
        assertThat(both).allSatisfy(invoice -> {
            assertThat(hall.in(() -> supporting.of(invoice.id())))
                    .extracting(document -> document.fileName() + " " + document.type())
                    .containsExactly("Lieferschein.pdf application/pdf");
            assertThat(hall.in(() -> mails.of(invoice.id())))
                    .extracting(Mails.Mail::subject)
                    .containsExactly("Zwei Rechnungen");
            assertThat(hall.history(invoice))
                    .containsExactlyInAnyOrder(
                            "InvoiceReceived", "DocumentsJoined", "InvoiceChecked", "InvoiceAssigned");
            assertThat(hall.fault(invoice)).isEmpty();
        });
        assertThat(hall.of(note)).isEmpty();
    }

    @Test
    void bringsAMailWithoutAnInvoiceToTheTriageDesk() {
        String subject = "Wann wird bezahlt? " + UUID.randomUUID();

        partners.send(letter(subject));
        awaitThat(() -> hall.in(desk::waiting).stream().anyMatch(waiting -> isCalled(waiting, subject)));

        WaitingCase waiting = hall.in(desk::waiting).stream()
                .filter(each -> isCalled(each, subject))
                .findFirst()
                .orElseThrow();
        assertThat(waiting.cause()).isEqualTo(TriageCause.NOT_ACCEPTED);
        assertThat(waiting.mark()).isEqualTo(Mark.ON_HOLD);
        assertThat(hall.in(() -> mails.of(waiting.caseId())))
                .extracting(Mails.Mail::sender)
                .containsExactly("buchhaltung@papierhaus-sonnberg.example");
        assertThat(partners.setAside()).isZero();
    }

    @Test
    void refusesASecondDecisionByTheSamePerson() {
        byte[] file = anInvoice().bytes();
        Count before = partners.count();
        send("rechnung.xml", file);
        InvoiceCase invoice = hall.await(file, Station.ASSIGNED, Mark.OPEN);

        certify(deputy, invoice);

        assertThat(hall.certify(deputy, invoice)).isEqualTo(new Decision.Refused(Refusal.ALREADY_CERTIFIED));
        assertThat(hall.order(deputy, invoice)).isEqualTo(new Decision.Refused(Refusal.SAME_PERSON));
        assertThat(hall.of(file).get(0).station()).isEqualTo(Station.ASSIGNED);
        assertThat(behind.count("payment where case_id = ?", invoice.id().value()))
                .isZero();
        order(budgetHolder, invoice);
        assertThat(hall.order(budgetHolder, invoice)).isEqualTo(new Decision.Refused(Refusal.WRONG_STATION));
        hall.await(file, Station.PAID, Mark.OPEN);
        assertThat(hall.history(invoice)).containsExactlyElementsOf(WAY);
        assertThat(partners.count().orders()).isEqualTo(before.orders() + 1);
    }

    @Test
    void tellsTheSupplierWhereHisInvoiceIs() {
        byte[] file = anInvoice().bytes();
        partners.behave(TAKING);
        send("rechnung.xml", file);
        InvoiceCase invoice = hall.await(file, Station.ASSIGNED, Mark.OPEN);
        String secret = hall.in(() -> pages.secretOf(invoice.id()));

        assertThat(page(invoice, secret).invoice().station()).isEqualTo(Station.ASSIGNED);
        certify(clerk, invoice);
        order(budgetHolder, invoice);
        assertThat(page(invoice, secret).invoice().station()).isEqualTo(Station.ORDERED);
        partners.behave(POSTING);
        awaitThat(() -> page(invoice, secret).invoice().station() == Station.POSTED);
        partners.behave(PAYING);
        awaitThat(() -> page(invoice, secret).invoice().station() == Station.PAID);

        assertThat(page(invoice, secret).verdict()).map(StoredVerdict::outcome).contains(CheckOutcome.ACCEPT);
        assertThat(page(invoice, secret).remark()).isEmpty();
        assertThat(hall.in(() -> pages.find(invoice.receiptNumber(), secret + "x")))
                .isEmpty();
    }

    @Test
    void tellsTheSupplierWhatIsWrongWithHisInvoice() {
        byte[] file = AnInvoice.sample("bad/summe-positionen.xml")
                .number("RE-" + UUID.randomUUID())
                .bytes();
        send("rechnung.xml", file);
        InvoiceCase invoice = hall.await(file, Station.CHECKED, Mark.ON_HOLD);

        CaseStatus page = page(invoice, hall.in(() -> pages.secretOf(invoice.id())));

        assertThat(page.invoice().mark()).isEqualTo(Mark.ON_HOLD);
        assertThat(page.verdict().orElseThrow().findings())
                .extracting(Finding::rule)
                .containsExactlyInAnyOrderElementsOf(rules("bad/summe-positionen.xml"));
    }

    private void pay(byte[] file) {
        send("rechnung.xml", file);
        InvoiceCase invoice = hall.await(file, Station.ASSIGNED, Mark.OPEN);
        certify(clerk, invoice);
        order(budgetHolder, invoice);
        hall.await(file, Station.PAID, Mark.OPEN);
    }

    private void send(String name, byte[] file) {
        String type = name.endsWith(".pdf") ? "application/pdf" : "application/xml";
        partners.send(letter("Rechnung").attach(name.replaceFirst("^.*/", ""), type, file));
    }

    private void certify(Person person, InvoiceCase invoice) {
        assertThat(hall.certify(person, invoice)).isEqualTo(new Decision.Done());
    }

    private void order(Person person, InvoiceCase invoice) {
        assertThat(hall.order(person, invoice)).isEqualTo(new Decision.Done());
    }

    private RegisterEntry row(InvoiceCase of) {
        return hall.in(() -> register.find(of.receiptNumber(), access.visibleTo(hall.person("treasurer"))))
                .orElseThrow();
    }

    private Optional<WaitingCase> waiting(InvoiceCase of) {
        return hall.in(() -> desk.find(of.id()));
    }

    private boolean isCalled(WaitingCase waiting, String subject) {
        return hall.in(() -> mails.of(waiting.caseId())).stream()
                .anyMatch(mail -> mail.subject().equals(subject));
    }

    private CaseStatus page(InvoiceCase of, String secret) {
        return hall.in(() -> pages.find(of.receiptNumber(), secret)).orElseThrow();
    }

    private UUID mergedInto(InvoiceCase duplicate) {
        return behind.sql()
                .sql("select merged_into from invoice_case where id = ?")
                .param(duplicate.id().value())
                .query(UUID.class)
                .single();
    }

    private static int transfers(Count count) {
        return count.states().getOrDefault("paid", 0);
    }

    private static List<String> rules(String sample) {
        JsonNode manifest = JsonMapper.shared()
                .readTree(new String(read(SAMPLES.resolve("manifest.json")), StandardCharsets.UTF_8));
        return manifest.valueStream()
                .filter(entry -> entry.get("file").asString().equals(sample))
                .flatMap(entry -> entry.get("rules").valueStream())
                .map(JsonNode::asString)
                .toList();
    }

    private static byte[] sample(String name) {
        return read(SAMPLES.resolve(name));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
