package org.rechnungseingang.service.register;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.rechnungseingang.service.intake.Channel;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.people.Visibility;
import org.rechnungseingang.service.tenant.BankDays;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.tenant.TownTime;
import org.rechnungseingang.service.tenant.WorkingDays;
import org.rechnungseingang.service.validation.CheckOutcome;
import org.rechnungseingang.service.validation.DecisionLevel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The incoming invoices book (Rechnungseingangsbuch): finds cases, of those that the asking person sees. */
@Repository
public class Register {

    private static final int PAGE = 50;
    private static final int SOON_DAYS = 5;

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;
    private final Clock clock;

    Register(JdbcClient jdbc, CurrentTenant tenant, Clock clock) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.clock = clock;
    }

    /** The case with this receipt number, if he sees it. */
    @Transactional(readOnly = true)
    public Optional<RegisterEntry> find(ReceiptNumber number, Visibility visibility) {
        Condition condition = Condition.visible(tenant.required(), visibility)
                .and("r.receipt_number = :number", "number", number.text());
        return jdbc.sql("select r.* from register_entry r where " + condition.sql())
                .params(condition.parameters())
                .query(Register::entry)
                .optional();
    }

    /** A page of at most 50 cases, in the order of its view. */
    @Transactional(readOnly = true)
    public Page search(Query query, Visibility visibility) {
        Condition condition = Condition.visible(tenant.required(), visibility).matching(query);
        List<RegisterEntry> found = jdbc.sql("select r.* from register_entry r where " + condition.sql() + " order by "
                        + query.view().order().sql() + " limit " + (PAGE + 1))
                .params(condition.parameters())
                .query(Register::entry)
                .list();
        List<RegisterEntry> page = found.subList(0, Math.min(found.size(), PAGE));
        return new Page(
                List.copyOf(page),
                found.size() > PAGE ? Optional.of(query.view().order().end(page)) : Optional.empty());
    }

    /** The figures at the top of the inbox; days that are no working days count as § 193 BGB has it. */
    @Transactional(readOnly = true)
    public Figures figures(Visibility visibility) {
        LocalDate today = TownTime.today(clock);
        Condition condition = Condition.visible(tenant.required(), visibility).matching(Query.of(Query.View.OPEN));
        return jdbc.sql("""
                        select count(*) as open,
                          count(d.until) as discount_soon,
                          coalesce(sum(d.cents) filter (where r.currency = 'EUR'), 0) as discount_cents,
                          count(*) filter (where r.due_date <= :yesterday and not r.credit_note) as overdue,
                          count(*) filter (where r.stake_cents > 0) as at_stake,
                          coalesce(sum(r.stake_cents), 0) as at_stake_cents,
                          count(*) filter (where r.errors + r.notes > 0) as with_findings,
                          count(*) filter (where %s) as to_decide
                        from register_entry r
                        left join lateral (
                          select u.until, u.cents from unnest(r.discount_days, r.discount_cents) as u (until, cents)
                          where u.until > :ended and not r.credit_note
                          order by u.until, u.cents desc limit 1) d on d.until <= :soon
                        where""".formatted(Condition.TO_DECIDE) + " " + condition.sql())
                .params(condition.parameters())
                .param("yesterday", WorkingDays.onOrBefore(today.minusDays(1)))
                .param("ended", lastTooLate(today))
                .param("soon", lastTooLate(today.plusDays(SOON_DAYS + 1)))
                .query((row, n) -> new Figures(
                        row.getLong("open"),
                        row.getLong("discount_soon"),
                        row.getLong("discount_cents"),
                        row.getLong("overdue"),
                        row.getLong("at_stake"),
                        row.getLong("at_stake_cents"),
                        row.getLong("with_findings"),
                        row.getLong("to_decide")))
                .single();
    }

    /** The last day on which what ended cannot be paid in time any more if a bank is told on that day. */
    private static LocalDate lastTooLate(LocalDate told) {
        return WorkingDays.onOrBefore(BankDays.arrival(told).minusDays(1));
    }

    static RegisterEntry entry(ResultSet row, int number) throws SQLException {
        return new RegisterEntry(
                new CaseId(row.getObject("case_id", UUID.class)),
                ReceiptNumber.of(row.getString("receipt_number")).orElseThrow(),
                Station.valueOf(row.getString("station")),
                Mark.valueOf(row.getString("mark")),
                text(row, "given_up"),
                Channel.valueOf(row.getString("channel")),
                text(row, "file_name"),
                row.getTimestamp("received_at").toInstant(),
                text(row, "outcome").map(CheckOutcome::valueOf),
                text(row, "decision").map(DecisionLevel::valueOf),
                row.getInt("errors"),
                row.getInt("notes"),
                text(row, "format"),
                text(row, "seller"),
                text(row, "invoice_number"),
                row.getBoolean("credit_note"),
                day(row, "issue_date"),
                day(row, "due_date"),
                discounts(row),
                text(row, "currency"),
                cents(row, "payable_cents"),
                text(row, "routing_id"),
                Optional.ofNullable(row.getObject("office", UUID.class)),
                row.getBoolean("certified"),
                new Stake(row.getLong("stake_cents"), row.getObject("act_by", LocalDate.class)));
    }

    private static List<RegisterEntry.Discount> discounts(ResultSet row) throws SQLException {
        Date[] days = (Date[]) row.getArray("discount_days").getArray();
        Long[] cents = (Long[]) row.getArray("discount_cents").getArray();
        return IntStream.range(0, days.length)
                .mapToObj(i -> new RegisterEntry.Discount(days[i].toLocalDate(), cents[i]))
                .toList();
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    private static OptionalLong cents(ResultSet row, String column) throws SQLException {
        long cents = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(cents);
    }
}
