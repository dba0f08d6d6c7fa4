package org.rechnungseingang.service.register;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rechnungseingang.invoice.Money;
import org.rechnungseingang.service.intake.InvoiceReceived;
import org.rechnungseingang.service.intake.InvoiceReceivedAgain;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.validation.InvoiceChecked;
import org.rechnungseingang.service.validation.InvoiceHeader;
import org.rechnungseingang.service.work.StageGivenUp;
import org.rechnungseingang.service.work.StageSentAgain;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the register true: hears what happens and writes its row in the same transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RegisterUpkeep {

    private static final String CHECKED = """
            update register_entry
            set station = 'CHECKED', mark = :mark, given_up = null,
              outcome = :outcome, decision = :decision, errors = :errors, notes = :notes""";
    private static final String DESCRIBED = """
            , format = :format, seller = :seller, invoice_number = :number, number_key = :key,
              type_code = :type, credit_note = :credit,
              issue_date = :issued, due_date = :due,
              discount_days = cast(:days as date[]), discount_cents = :cents,
              currency = :currency, payable_cents = :payable, routing_id = :routing,
              words = words || to_tsvector('simple', :words)""";

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;
    private final Stakes stakes;

    RegisterUpkeep(JdbcClient jdbc, CurrentTenant tenant, Stakes stakes) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.stakes = stakes;
    }

    @EventListener
    public void enter(InvoiceReceived received) {
        jdbc.sql("""
                        insert into register_entry
                          (tenant, case_id, receipt_number, station, mark, channel, file_name, received_at, words)
                        values (:tenant, :case, :number, :station, :mark, :channel, :file, :at,
                          to_tsvector('simple', :words))""")
                .param("tenant", tenant.required().value())
                .param("case", received.caseId().value())
                .param("number", received.receiptNumber().text())
                .param("station", Station.RECEIVED.name())
                .param("mark", Mark.OPEN.name())
                .param("channel", received.channel().name())
                .param("file", received.fileName().orElse(null))
                .param("at", Timestamp.from(received.receivedAt()))
                .param("words", words(received))
                .update();
        submitted(received.caseId(), received.by());
    }

    @EventListener
    public void again(InvoiceReceivedAgain received) {
        submitted(received.caseId(), received.by());
    }

    @EventListener
    public void check(InvoiceChecked checked) {
        Optional<InvoiceHeader> header = checked.header();
        StatementSpec update = jdbc.sql(
                        CHECKED + (header.isPresent() ? DESCRIBED : "") + " where tenant = :tenant and case_id = :case")
                .param("mark", checked.mark().name())
                .param("outcome", checked.outcome().name())
                .param("decision", checked.decision().name())
                .param("errors", checked.errors())
                .param("notes", checked.notes())
                .param("tenant", tenant.required().value())
                .param("case", checked.caseId().value());
        header.map(read -> describe(update, read)).orElse(update).update();
        stakes.reckon(checked.caseId());
    }

    @EventListener
    public void hold(StageGivenUp givenUp) {
        jdbc.sql("""
                        update register_entry set mark = 'ON_HOLD', given_up = ?
                        where tenant = ? and case_id = ? and mark = 'OPEN'""")
                .params(
                        givenUp.stage(),
                        tenant.required().value(),
                        givenUp.caseId().value())
                .update();
    }

    @EventListener
    public void goOn(StageSentAgain again) {
        jdbc.sql("""
                        update register_entry set mark = 'OPEN', given_up = null
                        where tenant = ? and case_id = ? and mark = 'ON_HOLD' and given_up = ?""")
                .params(tenant.required().value(), again.caseId().value(), again.stage())
                .update();
    }

    private static StatementSpec describe(StatementSpec update, InvoiceHeader header) {
        List<RegisterEntry.Discount> discounts = discounts(header);
        return update.param("format", header.format())
                .param("seller", header.seller().orElse(null))
                .param("number", header.number().orElse(null))
                .param("key", header.number().map(Words::key).orElse(null))
                .param("type", header.typeCode().orElse(null))
                .param("credit", header.creditNote())
                .param("issued", header.issueDate().orElse(null))
                .param("due", header.dueDate().orElse(null))
                .param(
                        "days",
                        discounts.stream().map(less -> less.until().toString()).toArray(String[]::new))
                .param(
                        "cents",
                        discounts.stream().map(RegisterEntry.Discount::cents).toArray(Long[]::new))
                .param("currency", header.payable().map(Money::currency).orElse(null))
                .param("payable", cents(header.payable()))
                .param("routing", header.routingId().orElse(null))
                .param("words", words(header));
    }

    private void submitted(CaseId caseId, Actor by) {
        by.account()
                .ifPresent(account -> jdbc.sql("""
                        insert into register_submitter (tenant, account, case_id) values (?, ?, ?)
                        on conflict do nothing""")
                        .params(tenant.required().value(), account, caseId.value())
                        .update());
    }

    // A fraction of a cent can neither be shown in a list nor paid; the review has it as it was written.
    private static List<RegisterEntry.Discount> discounts(InvoiceHeader header) {
        return header.discounts().stream()
                .flatMap(less -> less.amount().cents().stream()
                        .mapToObj(cents -> new RegisterEntry.Discount(less.until(), cents)))
                .toList();
    }

    @SuppressWarnings("NullAway") // SQL's null
    private static Long cents(Optional<Money> amount) {
        OptionalLong cents = amount.map(Money::cents).orElse(OptionalLong.empty());
        return cents.isPresent() ? cents.getAsLong() : null;
    }

    private static String words(InvoiceReceived received) {
        return words(Stream.of(
                received.fileName(), Optional.of(received.receiptNumber().text())));
    }

    private static String words(InvoiceHeader header) {
        return words(Stream.of(header.seller(), header.number(), header.payee(), header.routingId()));
    }

    private static String words(Stream<Optional<String>> texts) {
        return texts.flatMap(Optional::stream).flatMap(Words::of).collect(Collectors.joining(" "));
    }
}
