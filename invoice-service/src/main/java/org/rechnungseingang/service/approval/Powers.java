package org.rechnungseingang.service.approval;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who may decide what. A power is never changed or deleted, since decisions refer to it. */
@Repository
public class Powers {

    private static final ZoneId TOWN_TIME = ZoneId.of("Europe/Berlin");

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;
    private final Clock clock;

    Powers(JdbcClient jdbc, CurrentTenant tenant, Clock clock) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.clock = clock;
    }

    /** The powers that the person has or had, the oldest first. */
    @Transactional(readOnly = true)
    public List<Power> of(Person person) {
        return person.account()
                .map(account -> jdbc.sql("select * from power where tenant = ? and account = ? order by valid_from, id")
                        .params(tenant.required().value(), account)
                        .query(Powers::power)
                        .list())
                .orElse(List.of());
    }

    /** The same, and nobody withdraws one of them until the decision counts. */
    private List<Power> held(UUID account) {
        return jdbc.sql("select * from power where tenant = ? and account = ? order by valid_from, id for share")
                .params(tenant.required().value(), account)
                .query(Powers::power)
                .list();
    }

    /** The power that a decision of the person relies on. */
    PowerChoice choose(Person person, PowerKind kind, Optional<UUID> office, Optional<Long> euroCents) {
        if (!person.may(kind.act()) || person.account().isEmpty()) {
            return new PowerChoice.Denied(Refusal.NOT_ALLOWED);
        }
        List<Power> ofKind = held(person.account().get()).stream()
                .filter(power -> power.kind() == kind)
                .toList();
        return PowerChoice.of(ofKind, office, today(), euroCents);
    }

    /** Why the person may not speak about a case of this office: he needs a power of either kind, its limit does not matter. */
    Optional<Refusal> refusal(Person person, Optional<UUID> office) {
        List<Power> allowed = of(person).stream()
                .filter(power -> person.may(power.kind().act()))
                .map(Powers::withoutLimit)
                .toList();
        PowerChoice choice = PowerChoice.of(allowed, office, today(), Optional.empty());
        return choice instanceof PowerChoice.Denied denied ? Optional.of(denied.reason()) : Optional.empty();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TOWN_TIME);
    }

    private static Power withoutLimit(Power power) {
        return new Power(
                power.id(),
                power.kind(),
                Optional.empty(),
                power.office(),
                power.validFrom(),
                power.validTo(),
                power.withdrawn(),
                power.grantor(),
                power.document());
    }

    private static Power power(ResultSet row, int number) throws SQLException {
        return new Power(
                row.getObject("id", UUID.class),
                PowerKind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getObject("limit_cents", Long.class)),
                Optional.ofNullable(row.getObject("office", UUID.class)),
                row.getDate("valid_from").toLocalDate(),
                Optional.ofNullable(row.getDate("valid_to")).map(Date::toLocalDate),
                row.getTimestamp("withdrawn_at") != null,
                row.getString("grantor"),
                row.getString("document"));
    }
}
