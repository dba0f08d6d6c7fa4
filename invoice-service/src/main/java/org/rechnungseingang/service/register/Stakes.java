package org.rechnungseingang.service.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rechnungseingang.service.approval.clocks.DefaultInterest;
import org.rechnungseingang.service.approval.clocks.PaymentClocks;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.tenant.TownTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reckons what is lost if people leave a case until tomorrow, and by when they have to act. */
@Component
class Stakes {

    private static final int AT_ONCE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;
    private final DefaultInterest interest;
    private final Clock clock;

    Stakes(JdbcClient jdbc, CurrentTenant tenant, DefaultInterest interest, Clock clock) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.interest = interest;
        this.clock = clock;
    }

    /** Of one case, which has changed. */
    @Transactional(propagation = Propagation.MANDATORY)
    void reckon(CaseId caseId) {
        jdbc.sql("select r.* from register_entry r where r.tenant = ? and r.case_id = ?")
                .params(tenant.required().value(), caseId.value())
                .query(Register::entry)
                .list()
                .forEach(this::reckon);
    }

    /**
     * Of some open cases of the town, in the order of their ids.
     *
     * @param after the last one of those before
     * @return the last one of these; empty if there are no more
     */
    @Transactional
    List<UUID> reckonSome(List<UUID> after) {
        List<RegisterEntry> some = jdbc.sql("""
                        select r.* from register_entry r
                        where r.tenant = ? and r.mark in ('OPEN', 'ON_HOLD', 'QUERY') and r.station <> 'PAID'
                          and r.case_id > ?
                        order by r.case_id limit ? for no key update""")
                .params(tenant.required().value(), after.isEmpty() ? FIRST : after.get(0), AT_ONCE)
                .query(Register::entry)
                .list();
        some.forEach(this::reckon);
        return some.size() < AT_ONCE
                ? List.of()
                : List.of(some.get(some.size() - 1).caseId().value());
    }

    private void reckon(RegisterEntry entry) {
        Stake stake = stake(entry);
        if (!stake.equals(entry.stake())) {
            jdbc.sql("update register_entry set stake_cents = ?, act_by = ? where tenant = ? and case_id = ?")
                    .params(
                            stake.cents(),
                            stake.actBy(),
                            tenant.required().value(),
                            entry.caseId().value())
                    .update();
        }
    }

    private Stake stake(RegisterEntry entry) {
        LocalDate today = TownTime.today(clock);
        return entry.owed()
                .filter(owed -> waitsForPeople(entry))
                .map(owed -> new PaymentClocks(owed, interest))
                .map(clocks -> new Stake(clocks.atStake(today), clocks.actBy(today)))
                .orElse(Stake.NONE);
    }

    private static boolean waitsForPeople(RegisterEntry entry) {
        return entry.mark() != Mark.OPEN || entry.station().compareTo(Station.ORDERED) < 0;
    }
}
