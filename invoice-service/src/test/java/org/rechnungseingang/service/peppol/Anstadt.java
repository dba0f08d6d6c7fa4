package org.rechnungseingang.service.peppol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.rechnungseingang.service.archive.Originals;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.town.Towns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What has arrived in the town that receives over Peppol. */
public final class Anstadt {

    private final Towns towns;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Originals originals;
    private final As4Messages messages;
    private final MessageEvidence evidence;
    private final InvoiceCases cases;

    Anstadt(
            Towns towns,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            Originals originals,
            As4Messages messages,
            MessageEvidence evidence,
            InvoiceCases cases) {
        this.cases = cases;
        this.messages = messages;
        this.evidence = evidence;
        this.towns = towns;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.originals = originals;
    }

    int cases() {
        return within(() -> jdbc.sql("select count(*) from invoice_case")
                .query(Integer.class)
                .single());
    }

    /** The invoices that this message has brought. */
    List<byte[]> invoices(AMessage message) {
        return within(() -> jdbc.sql("""
                        select c.original from as4_message m join invoice_case c on (c.tenant, c.id) = (m.tenant, m.case_id)
                        where m.message_id = ?""").param(message.messageId()).query(String.class).list().stream()
                .map(hash -> originals.read(new Sha256(hash.strip())))
                .toList());
    }

    List<As4Messages.Message> messages(AMessage message) {
        return messages(message.messageId());
    }

    /** The messages that were taken under this name. */
    List<As4Messages.Message> messages(String messageId) {
        return within(() -> messages.of(caseOf(messageId))).stream()
                .filter(taken -> taken.messageId().equals(messageId))
                .toList();
    }

    /** The files in the evidence of the message of this name. */
    public Map<String, byte[]> evidence(String messageId) throws IOException {
        As4Messages.Message message = messages(messageId).get(0);
        return unzipped(within(() -> evidence.of(message, caseOf(messageId))));
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    /** Sends the message; its case, once it is taken. */
    public CaseId taken(AMessage message, SendingAccessPoint sender) {
        HttpResponse<byte[]> answer = sender.send(message.http());
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("Receipt>");
        return within(() -> caseOf(message.messageId()));
    }

    /** Waits until nothing more is done with it by itself. */
    public void awaitChecked(CaseId caseId) {
        towns.awaitChecked("anstadt", caseId);
    }

    /** Waits until its office has it, whatever else is still to be done. */
    public void awaitAssigned(CaseId caseId) {
        await().atMost(Duration.ofSeconds(60)).until(() -> invoiceCase(caseId).station() == Station.ASSIGNED);
    }

    public Mark mark(CaseId caseId) {
        return invoiceCase(caseId).mark();
    }

    private InvoiceCase invoiceCase(CaseId caseId) {
        return within(() -> cases.get(caseId));
    }

    /** Why its case waits for a person. */
    String triage(String messageId) {
        CaseId caseId = within(() -> caseOf(messageId));
        towns.awaitChecked("anstadt", caseId);
        return within(() -> jdbc.sql("select cause from triage where case_id = ?")
                .param(caseId.value())
                .query(String.class)
                .single());
    }

    /** The kinds of what the journal says about its case. */
    List<String> history(AMessage message) {
        return history(within(() -> caseOf(message.messageId())));
    }

    /** The kinds of what the journal says about this case. */
    public List<String> history(CaseId caseId) {
        return within(() -> jdbc.sql("select kind from journal_entry where case_id = ?")
                .param(caseId.value())
                .query(String.class)
                .list());
    }

    private CaseId caseOf(String messageId) {
        return new CaseId(jdbc.sql("select distinct case_id from as4_message where message_id = ?")
                .param(messageId)
                .query(UUID.class)
                .single());
    }

    /** Hands a file in as a program does. */
    void handIn(byte[] file) {
        towns.receive("anstadt", file);
    }

    /** How often this message was kept as refused. */
    int refusals(AMessage message) {
        return within(() -> jdbc.sql("select count(*) from as4_refusal where message_id = ?")
                .param(message.messageId())
                .query(Integer.class)
                .single());
    }

    private <T> T within(Supplier<T> work) {
        return towns.in("anstadt", () -> transaction.execute(status -> work.get()));
    }
}
