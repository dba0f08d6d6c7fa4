package org.rechnungseingang.service.finance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rechnungseingang.service.approval.InvoiceCertified;
import org.rechnungseingang.service.approval.InvoiceCertified.Subject;
import org.rechnungseingang.service.approval.InvoiceOrdered;
import org.rechnungseingang.service.approval.NoTransfer;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.Receipt;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Entry;
import org.rechnungseingang.service.journal.Journal;
import org.rechnungseingang.service.town.Behind;
import org.rechnungseingang.service.town.Towns;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases that were just ordered, past the people who certify and order. */
class OrderedCases {

    static final long CENTS = 119_000;
    static final String IBAN = "DE02120300000000202051";

    private static final Path INVOICE =
            Path.of(System.getProperty("basedir", "."), "..", "samples", "good", "ubl-01-schulbedarf.xml");

    private final Towns towns;
    private final Behind behind;
    private final InvoiceCases cases;
    private final Payments payments;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    OrderedCases(
            Towns towns,
            Behind behind,
            InvoiceCases cases,
            Payments payments,
            Journal journal,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.towns = towns;
        this.behind = behind;
        this.cases = cases;
        this.payments = payments;
        this.journal = journal;
        this.events = events;
        this.transaction = transaction;
    }

    /** An invoice that is checked and ordered. */
    CaseId ordered(String town) {
        CaseId caseId = checked(town, "Papierhaus Sonnberg GmbH");
        order(town, caseId, CENTS, Optional.empty());
        return caseId;
    }

    CaseId orderedFor(String town, String payee) {
        CaseId caseId = checked(town, payee);
        order(town, caseId, CENTS, Optional.empty());
        return caseId;
    }

    CaseId orderedWithoutTransfer(String town, NoTransfer reason, long payableCents) {
        CaseId caseId = checked(town, "Papierhaus Sonnberg GmbH");
        order(town, caseId, payableCents, Optional.of(reason));
        return caseId;
    }

    CaseId checked(String town, String payee) {
        Receipt receipt = towns.receive(town, invoice(payee));
        await().atMost(Duration.ofSeconds(90))
                .until(() -> get(town, receipt.caseId()).station() != Station.RECEIVED);
        return receipt.caseId();
    }

    /** Sends the case back and orders it again, in its next round. */
    void orderAgain(String town, CaseId caseId) {
        behind.sql()
                .sql("update invoice_case set round = round + 1 where id = ?")
                .param(caseId.value())
                .update();
        order(town, caseId, CENTS, Optional.empty());
    }

    private void order(String town, CaseId caseId, long payable, Optional<NoTransfer> reason) {
        InvoiceCase of = get(town, caseId);
        Sha256 document = of.document().orElse(of.original());
        Optional<Long> transfer = reason.isPresent() ? Optional.empty() : Optional.of(payable);
        Optional<String> iban = transfer.map(cents -> IBAN);
        rows(town, of, document, payable, transfer, iban, reason);
        towns.in(
                town,
                () -> transaction.execute(status -> {
                    events.publishEvent(new InvoiceCertified(
                            caseId,
                            Actor.program("Ayşe Yıldız"),
                            of.round(),
                            Set.of(Subject.GROUNDS, Subject.SUMS),
                            true,
                            UUID.randomUUID(),
                            document));
                    events.publishEvent(new InvoiceOrdered(
                            caseId,
                            Actor.program("Bernd Kowalski"),
                            of.round(),
                            of.receiptNumber().text(),
                            payable,
                            transfer,
                            reason.filter(NoTransfer.NOT_IN_EURO::equals).isPresent() ? "CHF" : "EUR",
                            iban,
                            reason,
                            UUID.randomUUID(),
                            document));
                    return caseId;
                }));
    }

    private void rows(
            String town,
            InvoiceCase of,
            Sha256 document,
            long payable,
            Optional<Long> transfer,
            Optional<String> iban,
            Optional<NoTransfer> reason) {
        UUID tenant = towns.town(town).value();
        List<UUID> people = behind.sql()
                .sql("select id from account where tenant = ? order by login limit 2")
                .param(tenant)
                .query(UUID.class)
                .list();
        behind.sql().sql("""
                        insert into power (tenant, id, account, kind, grantor, document, valid_from)
                        select tenant, id, id, 'CERTIFY', 'Kämmerin', 'DA 7', current_date from account where id in (?, ?)
                        on conflict do nothing""").params(people).update();
        behind.sql()
                .sql("""
                        insert into certification
                          (tenant, case_id, round, subject, certified_by, power, document, certified_at)
                        select ?, ?, ?, subject, ?, ?, ?, now() from (values ('GROUNDS'), ('SUMS')) as s (subject)""")
                .params(tenant, of.id().value(), of.round(), people.get(0), people.get(0), document.hex())
                .update();
        behind.sql()
                .sql("""
                        insert into payment_order (tenant, case_id, round, ordered_by, grounds_by, sums_by, power, document,
                          payable_cents, transfer_cents, currency, iban, no_transfer, ordered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'EUR', ?, ?, now())""")
                .params(tenant, of.id().value(), of.round())
                .params(people.get(1), people.get(0), people.get(0), people.get(1), document.hex(), payable)
                .param(transfer.orElse(null))
                .param(iban.orElse(null))
                .param(reason.map(Enum::name).orElse(null))
                .update();
        behind.sql()
                .sql("update invoice_case set station = 'ORDERED', mark = 'OPEN' where id = ?")
                .param(of.id().value())
                .update();
    }

    InvoiceCase get(String town, CaseId caseId) {
        return towns.in(town, () -> cases.get(caseId));
    }

    Payment payment(String town, CaseId caseId) {
        return towns.in(town, () -> payments.find(caseId, cases.get(caseId).round()))
                .orElseThrow();
    }

    void awaitPayment(String town, CaseId caseId, PaymentState state) {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> payment(town, caseId).state() == state);
    }

    /** What has happened since the case was ordered. */
    List<String> sinceOrdered(String town, CaseId caseId) {
        List<String> kinds = towns.in(town, () -> journal.of(caseId)).stream()
                .map(Entry::kind)
                .toList();
        return kinds.subList(kinds.lastIndexOf("InvoiceOrdered") + 1, kinds.size());
    }

    String lastPayload(String town, CaseId caseId) {
        List<Entry> entries = towns.in(town, () -> journal.of(caseId));
        return entries.get(entries.size() - 1).payload();
    }

    /** The same invoice under another number each time. */
    private static byte[] invoice(String payee) {
        try {
            return Files.readString(INVOICE)
                    .replace("PS-2026-1187", "PS-" + UUID.randomUUID())
                    .replace("Papierhaus Sonnberg GmbH", payee)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
