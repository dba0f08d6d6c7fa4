package org.rechnungseingang.service.portal.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.rechnungseingang.service.intake.Channel;
import org.rechnungseingang.service.intake.Envelope;
import org.rechnungseingang.service.intake.Receipt;
import org.rechnungseingang.service.intake.ReceiveInvoice;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.tenant.TenantId;
import org.rechnungseingang.service.tenant.Tenants;
import org.rechnungseingang.service.validation.Verdicts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What has come in before the tests: sample invoices, received and checked as in real life. */
class Invoices {

    /** The name of the file whose texts try to be code. */
    static final String HOSTILE = "boese.xml";

    private static final Path SAMPLES =
            Path.of(System.getProperty("basedir", ".")).resolve("../samples");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ReceiveInvoice receive;
    private final Verdicts verdicts;
    private final CurrentTenant current;
    private final Tenants tenants;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Map<String, Receipt> receipts = new LinkedHashMap<>();

    Invoices(
            ReceiveInvoice receive,
            Verdicts verdicts,
            CurrentTenant current,
            Tenants tenants,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Clock clock) {
        this.receive = receive;
        this.verdicts = verdicts;
        this.current = current;
        this.tenants = tenants;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Hands the samples in and waits until all are checked; the second call finds them there. */
    synchronized Invoices checked() {
        if (receipts.isEmpty()) {
            current.runWithin(town(), this::handIn);
        }
        return this;
    }

    private void handIn() {
        for (String name : new String[] {
            "good/ubl-01-schulbedarf.xml",
            "good/ubl-02-skonto.xml",
            "good/ubl-03-anhaenge.xml",
            "good/ubl-11-sechzig-positionen.xml",
            "good/cii-03-gutschrift.xml",
            "good/zugferd-01-xrechnung.pdf",
            "bad/kontakt-fehlt.xml",
            "bad/leitweg-id-fehlt.xml",
            "bad/summe-zahlbetrag.xml",
            "bad/pdf-ohne-xml.pdf",
            "bad/nicht-wohlgeformt.xml",
            "bad/unbekanntes-profil.xml"
        }) {
            receipts.put(name.replaceFirst(".*/", ""), receive(name, sample(name)));
        }
        receipts.put(HOSTILE, receive(HOSTILE, hostile()));
        receipts.values().forEach(this::await);
    }

    private Receipt receive(String name, byte[] bytes) {
        return receive.receive(
                new Envelope(Channel.UPLOAD, clock.instant(), Actor.program("Tests"), Optional.of(name), bytes));
    }

    private void await(Receipt receipt) {
        Instant end = clock.instant().plus(PATIENCE);
        while (verdicts.latest(receipt.caseId()).isEmpty()) {
            if (clock.instant().isAfter(end)) {
                throw new IllegalStateException(receipt.receiptNumber() + " was not checked within " + PATIENCE);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The address of the review of this sample. */
    String review(String name) {
        return "/invoices/" + number(name);
    }

    Receipt receipt(String name) {
        return receipts.get(name);
    }

    /** The receipt number of this sample. */
    String number(String name) {
        return receipts.get(name).receiptNumber().text();
    }

    /** The addresses of one review of each kind: right, wrong, no invoice, not readable, hostile. */
    List<String> reviews() {
        return Stream.of(
                        "ubl-02-skonto.xml",
                        "cii-03-gutschrift.xml",
                        "leitweg-id-fehlt.xml",
                        "pdf-ohne-xml.pdf",
                        "nicht-wohlgeformt.xml",
                        HOSTILE)
                .map(this::review)
                .toList();
    }

    /** Leaves a job lying, as if all its attempts had failed. */
    void leaveLying(String name) {
        Receipt receipt = receipts.get(name);
        String job = String.join(
                "/",
                "check",
                town().toString(),
                receipt.caseId().toString(),
                "1",
                receipt.receiptNumber().text());
        current.runWithin(
                town(),
                () -> transactions.executeWithoutResult(status -> jdbc.sql("""
                        insert into dead_letter (tenant, id, job, attempts, reason, failed_at) values (?, ?, ?, ?, ?, ?)
                        on conflict do nothing""")
                        .params(town().value(), UUID.randomUUID(), job, 8)
                        .params("java.io.IOException: <b>disk</b> full", Timestamp.from(clock.instant()))
                        .update()));
    }

    /** Leaves a mail and a feedback lying, as if nothing could be made of them. */
    void setAside() {
        UUID id = UUID.randomUUID();
        Timestamp now = Timestamp.from(clock.instant());
        current.runWithin(
                town(),
                () -> transactions.executeWithoutResult(status -> {
                    jdbc.sql("""
                            insert into mail_trouble (tenant, mailbox, uid_validity, uid, id, attempts, cause, reason, set_aside,
                              received_at, sender, subject, last_at)
                            values (?, 'rechnung', 1, ?, ?, 5, 'NOT_READABLE', 'Fehler beim Lesen: IllegalStateException', true,
                              ?, 'buchhaltung@eine-firma-mit-langem-namen.example', 'Rechnung <b>4711</b>', ?)""")
                            .params(town().value(), id.getMostSignificantBits() >>> 1, id, now, now)
                            .update();
                    jdbc.sql("""
                            insert into feedback_set_aside
                              (tenant, id, cursor, key, status, cause, reason, content, set_aside_at)
                            values (?, ?, ?, ?, 'PAID', 'CANNOT_HAPPEN', 'The payment is REFUSED', '{"event": "paid"}', ?)""")
                            .params(town().value(), id, id.toString(), id + "-1", now)
                            .update();
                }));
    }

    /** The address at which an invoice is taken up again that was ordered and then refused by the finance system. */
    String refusedByFinance() {
        byte[] invoice = new String(sample("good/ubl-01-schulbedarf.xml"), StandardCharsets.UTF_8)
                .replaceFirst("<cbc:ID>[^<]*</cbc:ID>", "<cbc:ID>RE-" + UUID.randomUUID() + "</cbc:ID>")
                .getBytes(StandardCharsets.UTF_8);
        return current.within(town(), () -> {
            Receipt receipt = receive("abgewiesen.xml", invoice);
            await(receipt);
            transactions.executeWithoutResult(
                    status -> jdbc.sql("update invoice_case set station = 'ORDERED', mark = 'ON_HOLD' where id = ?")
                            .param(receipt.caseId().value())
                            .update());
            return "/invoices/" + receipt.receiptNumber().text() + "/decide/reopen";
        });
    }

    static Path file(String name) {
        return SAMPLES.resolve(name);
    }

    private TenantId town() {
        return tenants.ofKey("musterstadt").orElseThrow().id();
    }

    private static byte[] sample(String name) {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An invoice whose number and seller are code, in a form that XML allows. */
    private static byte[] hostile() {
        String text = new String(sample("good/ubl-01-schulbedarf.xml"), StandardCharsets.UTF_8);
        return text.replaceFirst(
                        "<cbc:ID>[^<]*</cbc:ID>", "<cbc:ID>&lt;img src=x onerror=alert(1)&gt;\\${7*7}</cbc:ID>")
                .replaceAll(
                        "<cbc:RegistrationName>[^<]*</cbc:RegistrationName>",
                        "<cbc:RegistrationName>&lt;script&gt;alert(1)&lt;/script&gt; \u202Efdp.exe</cbc:RegistrationName>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
