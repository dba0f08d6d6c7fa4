package org.rechnungseingang.service.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.Receipt;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.town.Behind;
import org.rechnungseingang.service.town.Towns;
import org.rechnungseingang.service.town.WithTwoTowns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@WithTwoTowns
class JournalIT {

    private static final String TOWN = "anstadt";
    private static final int AT_ONCE = 50;

    @Autowired
    private Towns towns;

    @Autowired
    private Behind behind;

    @Autowired
    private Journal journal;

    @Autowired
    private Verification verification;

    @Autowired
    private InvoiceCases cases;

    @Autowired
    private CurrentTenant tenant;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void holdsTheChainOfARealCase() {
        CaseId caseId = aCaseOfThreeEntries();

        List<Entry> entries = towns.in(TOWN, () -> journal.of(caseId));

        assertThat(entries)
                .extracting(Entry::kind)
                .containsExactly("InvoiceReceived", "InvoiceChecked", "InvoiceNotAssigned");
        assertThat(entries).extracting(Entry::number).containsExactly(1, 2, 3);
        assertThat(verified(caseId)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            update journal_entry set kind = 'InvoicePaid' where case_id = ? and number = 2 | Entry 2 was changed
            update journal_entry set actor = 'Somebody else' where case_id = ? and number = 2 | Entry 2 was changed
            update journal_entry set at = at - interval '1 microsecond' where case_id = ? and number = 2 | Entry 2 was changed
            update journal_entry set hash = sha256('') where case_id = ? and number = 2 | Entry 2 was changed
            update journal_entry set payload_digest = sha256('') where case_id = ? and number = 2 | Entry 2 was changed
            update journal_entry set previous = sha256('') where case_id = ? and number = 2 | Entry 2 is not linked to the one before it
            update journal_payload set payload = replace(payload, 'NO_INVOICE', 'ACCEPT') where case_id = ? and number = 2 | The payload of entry 2 was changed
            update journal_payload set salt = decode(repeat('00', 16), 'hex') where case_id = ? and number = 2 | The payload of entry 2 was changed
            delete from journal_entry where case_id = ? and number = 1 | Entry 1 is missing
            delete from journal_entry where case_id = ? and number = 2 | Entry 2 is missing
            insert into journal_entry select tenant, case_id, 4, kind, at, actor, payload_digest, previous, hash from journal_entry where case_id = ? and number = 3 | Entry 4 is not linked to the one before it
            insert into journal_entry select tenant, case_id, 4, kind, at, actor, payload_digest, hash, hash from journal_entry where case_id = ? and number = 3 | Entry 4 was changed
            """)
    void namesTheEntryThatSomebodyHasTouched(String act, String fault) {
        CaseId caseId = aCaseOfThreeEntries();

        pastTheConstraints(act, caseId.value());

        assertThat(verified(caseId)).contains(fault);
    }

    @Test
    void namesTheNextEntryWhenTheHashWasChangedToo() {
        CaseId caseId = aCaseOfThreeEntries();
        pastTheConstraints(
                "update journal_entry set actor = 'Somebody else' where case_id = ? and number = 2", caseId.value());

        pastTheConstraints(
                "update journal_entry set hash = ? where case_id = ? and number = 2",
                link(caseId, 2).hash(),
                caseId.value());

        assertThat(verified(caseId)).contains("Entry 3 is not linked to the one before it");
    }

    @Test
    void namesAnEntryThatWasPutIntoTheMiddle() {
        CaseId caseId = aCaseOfThreeEntries();
        renumber(caseId, 3, 4);

        pastTheConstraints("""
                insert into journal_entry
                select tenant, case_id, 3, kind, at, actor, payload_digest, previous, hash
                from journal_entry where case_id = ? and number = 2""", caseId.value());

        assertThat(verified(caseId)).contains("Entry 3 is not linked to the one before it");
    }

    @Test
    void namesTheFirstOfTwoEntriesInTheWrongOrder() {
        CaseId caseId = aCaseOfThreeEntries();

        renumber(caseId, 3, 4);
        renumber(caseId, 2, 3);
        renumber(caseId, 4, 2);

        assertThat(verified(caseId)).contains("Entry 2 is not linked to the one before it");
    }

    @Test
    void noticesThatTwoCasesWereExchanged() {
        CaseId one = aCaseOfThreeEntries();
        CaseId other = aCaseOfThreeEntries();
        CaseId between = new CaseId(UUID.randomUUID());

        giveTo(one, between);
        giveTo(other, one);
        giveTo(between, other);

        assertThat(verified(one)).contains("Entry 1 was changed");
        assertThat(verified(other)).contains("Entry 1 was changed");
    }

    @Test
    void holdsAfterAPayloadWasDeletedAtTheEndOfRetention() {
        CaseId caseId = aCaseOfThreeEntries();

        pastTheConstraints("delete from journal_payload where case_id = ? and number = 2", caseId.value());

        assertThat(verified(caseId)).isEmpty();
    }

    @Test
    void keepsOneChainWithoutGapsWhenFiftyWriteAtOnce() throws Exception {
        CaseId caseId = aCaseOfThreeEntries();

        atOnce(i -> note(caseId, i));

        assertThat(towns.in(TOWN, () -> journal.of(caseId)))
                .extracting(Entry::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 3 + AT_ONCE).boxed().toList());
        assertThat(verified(caseId)).isEmpty();
    }

    // A repeated delivery is written down before it asks how the case stands; a stage moves the case before that is
    // written.
    @Test
    void makesNobodyWaitInACircleWhoDecidesBeforeOrAfterWriting() throws Exception {
        Receipt receipt = towns.receive(TOWN);
        CaseId caseId = receipt.caseId();
        towns.awaitChecked(TOWN, caseId);

        atOnce(i -> within(() -> {
            if (i % 2 == 0) {
                cases.hold(receipt.receiptNumber());
            }
            events.publishEvent(noted(caseId, i));
            cases.hold(receipt.receiptNumber());
        }));

        assertThat(towns.in(TOWN, () -> journal.of(caseId))).hasSizeGreaterThan(AT_ONCE);
        assertThat(verified(caseId)).isEmpty();
    }

    @Test
    void writesNeitherEntryNorStateWhenTheTransactionIsRolledBack() {
        // What other tests of this town's service have left to be done writes, too.
        behind.awaitIdle();
        Map<String, Long> before = everything();

        assertThatThrownBy(() -> tenant.runWithin(
                        towns.town(TOWN),
                        () -> transaction.executeWithoutResult(status -> {
                            towns.receive(TOWN);
                            throw new IllegalStateException("Changed my mind");
                        })))
                .hasMessage("Changed my mind");

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void takesNoEntryOutsideATransaction() {
        CaseId caseId = aCaseOfThreeEntries();

        assertThatThrownBy(() -> tenant.runWithin(towns.town(TOWN), () -> events.publishEvent(noted(caseId, 1))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private void note(CaseId caseId, int text) {
        within(() -> events.publishEvent(noted(caseId, text)));
    }

    private static Noted noted(CaseId caseId, int text) {
        return new Noted(caseId, Actor.service("test"), text);
    }

    private void within(Runnable work) {
        tenant.runWithin(towns.town(TOWN), () -> transaction.executeWithoutResult(status -> work.run()));
    }

    private static void atOnce(IntConsumer work) throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> written = IntStream.range(0, AT_ONCE)
                    .<Future<?>>mapToObj(i -> writers.submit(() -> work.accept(i)))
                    .toList();
            for (Future<?> one : written) {
                one.get();
            }
        } finally {
            writers.shutdownNow();
        }
    }

    private CaseId aCaseOfThreeEntries() {
        byte[] bytes = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        Receipt receipt = towns.receive(TOWN, bytes);
        towns.awaitChecked(TOWN, receipt.caseId());
        return receipt.caseId();
    }

    private void renumber(CaseId caseId, int from, int to) {
        for (String table : List.of("journal_entry", "journal_payload")) {
            pastTheConstraints(
                    "update " + table + " set number = ? where case_id = ? and number = ?", to, caseId.value(), from);
        }
    }

    private void giveTo(CaseId from, CaseId to) {
        for (String table : List.of("journal_entry", "journal_payload")) {
            pastTheConstraints("update " + table + " set case_id = ? where case_id = ?", to.value(), from.value());
        }
    }

    private Optional<String> verified(CaseId caseId) {
        return towns.in(TOWN, () -> verification.of(caseId));
    }

    private Link link(CaseId caseId, int number) {
        return behind.sql()
                .sql("select * from journal_entry where case_id = ? and number = ?")
                .params(caseId.value(), number)
                .query((row, n) -> new Link(
                        towns.town(TOWN),
                        caseId,
                        number,
                        row.getString("kind"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        row.getBytes("payload_digest"),
                        row.getBytes("previous")))
                .single();
    }

    private void pastTheConstraints(String act, Object... parameters) {
        behind.changePastAllConstraints(act, parameters);
    }

    private Map<String, Long> everything() {
        return List.of("invoice_case", "journal_entry", "journal_payload", "register_entry", "original", "delivery")
                .stream()
                .collect(Collectors.toMap(table -> table, behind::count));
    }

    /** Something that happened to a case. */
    record Noted(CaseId caseId, Actor by, int text) implements Recorded {}
}
