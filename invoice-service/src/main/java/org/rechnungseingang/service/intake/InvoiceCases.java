package org.rechnungseingang.service.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.work.StageGivenUp;
import org.rechnungseingang.service.work.StageSentAgain;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The cases of a town and where each of them stands. */
@Repository
public class InvoiceCases {

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;

    InvoiceCases(JdbcClient jdbc, CurrentTenant tenant) {
        this.jdbc = jdbc;
        this.tenant = tenant;
    }

    /**
     * The case with this id.
     *
     * @throws IllegalStateException if the town has none
     */
    @Transactional(readOnly = true)
    public InvoiceCase get(CaseId id) {
        return jdbc.sql("select * from invoice_case where tenant = ? and id = ?")
                .params(tenant.required().value(), id.value())
                .query(InvoiceCases::invoiceCase)
                .optional()
                .orElseThrow(() -> new IllegalStateException("No case " + id));
    }

    /** The case with this receipt number. */
    @Transactional(readOnly = true)
    public Optional<InvoiceCase> find(ReceiptNumber number) {
        return jdbc.sql("select * from invoice_case where tenant = ? and receipt_number = ?")
                .params(tenant.required().value(), number.text())
                .query(InvoiceCases::invoiceCase)
                .optional();
    }

    /** The case with this receipt number, held until the transaction ends: whoever else wants to decide about it waits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<InvoiceCase> hold(ReceiptNumber number) {
        return jdbc.sql("select * from invoice_case where tenant = ? and receipt_number = ? for no key update")
                .params(tenant.required().value(), number.text())
                .query(InvoiceCases::invoiceCase)
                .optional();
    }

    /**
     * Moves a case on, if it still is where the caller believes.
     *
     * @param from the case as the caller has read it
     * @param document the invoice's XML, where the stage has found it
     * @return whether it was moved; if not, somebody else has done this stage already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean advance(InvoiceCase from, Station station, Mark mark, Optional<Sha256> document) {
        return jdbc.sql("""
                                update invoice_case set station = ?, mark = ?, document = ?, given_up = null
                                where tenant = ? and id = ? and station = ? and round = ?""")
                        .params(station.name(), mark.name())
                        .param(document.map(Sha256::hex).orElse(null))
                        .params(
                                tenant.required().value(),
                                from.id().value(),
                                from.station().name(),
                                from.round())
                        .update()
                == 1;
    }

    /**
     * Moves a case on or marks it, if it still is where the caller believes: of two people at once one is too late.
     *
     * @param from the case as the caller has read it
     * @return whether it was moved
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean move(InvoiceCase from, Station station, Mark mark) {
        return move(from, station, mark, from.round());
    }

    /**
     * Sends a case back to an earlier station: a new round begins.
     *
     * @param from the case as the caller has read it
     * @return whether it was sent back
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean sendBack(InvoiceCase from, Station station) {
        return sendBack(from, station, Mark.OPEN);
    }

    /** As {@link #sendBack(InvoiceCase, Station)}, with that mark beside the station. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean sendBack(InvoiceCase from, Station station, Mark mark) {
        return move(from, station, mark, from.round() + 1);
    }

    /**
     * Ends a duplicate's case with a link to the first.
     *
     * @param duplicate the case as the caller has read it
     * @return whether it was merged
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean merge(InvoiceCase duplicate, CaseId first) {
        return jdbc.sql("""
                                update invoice_case set mark = 'MERGED', given_up = null, merged_into = ?
                                where tenant = ? and id = ? and station = ? and mark = ? and round = ?""")
                        .params(
                                first.value(),
                                tenant.required().value(),
                                duplicate.id().value())
                        .params(duplicate.station().name(), duplicate.mark().name(), duplicate.round())
                        .update()
                == 1;
    }

    private boolean move(InvoiceCase from, Station station, Mark mark, int round) {
        return jdbc.sql("""
                                update invoice_case set station = ?, mark = ?, given_up = null, round = ?
                                where tenant = ? and id = ? and station = ? and mark = ? and round = ?""")
                        .params(station.name(), mark.name(), round)
                        .params(tenant.required().value(), from.id().value())
                        .params(from.station().name(), from.mark().name(), from.round())
                        .update()
                == 1;
    }

    /** A stage has failed for good: the case waits for a person, unless it does so already for another reason. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(StageGivenUp givenUp) {
        jdbc.sql("""
                        update invoice_case set mark = 'ON_HOLD', given_up = ?
                        where tenant = ? and id = ? and mark = 'OPEN'""")
                .params(
                        givenUp.stage(),
                        tenant.required().value(),
                        givenUp.caseId().value())
                .update();
    }

    /** Somebody has sent the stage again: the case goes on, if it was that stage that it waited for. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void goOn(StageSentAgain again) {
        jdbc.sql("""
                        update invoice_case set mark = 'OPEN', given_up = null
                        where tenant = ? and id = ? and mark = 'ON_HOLD' and given_up = ?""")
                .params(tenant.required().value(), again.caseId().value(), again.stage())
                .update();
    }

    /** Opens a case for the original, unless there is one already: then nothing is written and nothing returned. */
    Optional<InvoiceCase> open(InvoiceCase opened) {
        return jdbc.sql("""
                        insert into invoice_case (tenant, id, receipt_number, original, station, mark, round, received_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (tenant, original) do nothing returning *""")
                .params(tenant.required().value(), opened.id().value())
                .params(opened.receiptNumber().text(), opened.original().hex())
                .params(opened.station().name(), opened.mark().name(), opened.round())
                .param(Timestamp.from(opened.receivedAt()))
                .query(InvoiceCases::invoiceCase)
                .optional();
    }

    InvoiceCase ofOriginal(Sha256 original) {
        return jdbc.sql("select * from invoice_case where tenant = ? and original = ?")
                .params(tenant.required().value(), original.hex())
                .query(InvoiceCases::invoiceCase)
                .single();
    }

    private static InvoiceCase invoiceCase(ResultSet row, int number) throws SQLException {
        return new InvoiceCase(
                new CaseId(row.getObject("id", UUID.class)),
                new ReceiptNumber(row.getString("receipt_number")),
                new Sha256(row.getString("original")),
                Optional.ofNullable(row.getString("document")).map(Sha256::new),
                Station.valueOf(row.getString("station")),
                Mark.valueOf(row.getString("mark")),
                row.getInt("round"),
                row.getTimestamp("received_at").toInstant());
    }
}
