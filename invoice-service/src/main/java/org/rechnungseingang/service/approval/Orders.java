package org.rechnungseingang.service.approval;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rechnungseingang.invoice.Iban;
import org.rechnungseingang.service.approval.InvoiceCertified.Subject;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The payment orders of a town. Written once and never changed; the database refuses what four eyes have not seen. */
@Repository
public class Orders {

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;
    private final Clock clock;

    Orders(JdbcClient jdbc, CurrentTenant tenant, Clock clock) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.clock = clock;
    }

    /** The order of the case's present round, once there is one. */
    @Transactional(readOnly = true)
    public Optional<PaymentOrder> of(InvoiceCase ordered) {
        return jdbc.sql("select * from payment_order where tenant = ? and case_id = ? and round = ?")
                .params(tenant.required().value(), ordered.id().value(), ordered.round())
                .query((row, number) -> new PaymentOrder(
                        row.getObject("ordered_by", UUID.class),
                        row.getTimestamp("ordered_at").toInstant(),
                        row.getLong("payable_cents"),
                        Optional.ofNullable(row.getObject("transfer_cents", Long.class)),
                        row.getString("currency"),
                        Optional.ofNullable(row.getString("iban")).flatMap(Iban::of),
                        Optional.ofNullable(row.getString("no_transfer")).map(NoTransfer::valueOf)))
                .optional();
    }

    void add(InvoiceCase held, Ordered ordered) {
        jdbc.sql("""
                        insert into payment_order
                          (tenant, case_id, round, ordered_by, grounds_by, sums_by, power, document,
                           payable_cents, transfer_cents, currency, iban, no_transfer, ordered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(tenant.required().value(), held.id().value(), held.round(), ordered.by())
                .param(ordered.certifiedBy().get(Subject.GROUNDS))
                .param(ordered.certifiedBy().get(Subject.SUMS))
                .params(ordered.power(), Seen.of(held).document().hex())
                .param(ordered.demand().cents())
                .param(ordered.transferCents().orElse(null))
                .param(ordered.demand().currency())
                .param(ordered.account().map(Iban::text).orElse(null))
                .param(ordered.noTransfer().map(NoTransfer::name).orElse(null))
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * An order as it is written.
     *
     * @param by the account of whoever orders
     * @param certifiedBy who certified what
     */
    record Ordered(UUID by, Map<Subject, UUID> certifiedBy, UUID power, Demand demand, Payout payout) {

        Optional<Long> transferCents() {
            return payout instanceof Payout.Transfer transfer ? Optional.of(transfer.cents()) : Optional.empty();
        }

        Optional<Iban> account() {
            return payout instanceof Payout.Transfer transfer ? Optional.of(transfer.account()) : Optional.empty();
        }

        Optional<NoTransfer> noTransfer() {
            return payout instanceof Payout.NothingTransferred nothing
                    ? Optional.of(nothing.reason())
                    : Optional.empty();
        }
    }
}
