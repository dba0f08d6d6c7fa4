package org.rechnungseingang.service.supplier;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.validation.CheckOutcome;
import org.rechnungseingang.service.validation.InvoiceChecked;
import org.rechnungseingang.service.validation.InvoiceHeader;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom the town's accepted invoices want to be paid. A payee is known by the seller's VAT id or tax number, else by name
 * and IBAN; one named apart from the seller (BG-10) by its name. Seen is not confirmed: nothing here allows a payment.
 */
@Repository
public class Payees {

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;
    private final Clock clock;

    Payees(JdbcClient jdbc, CurrentTenant tenant, Clock clock) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.clock = clock;
    }

    /** The payees seen so far, by name. */
    @Transactional(readOnly = true)
    public List<Payee> all() {
        return jdbc.sql("""
                        select p.name, p.vat_id, p.tax_number,
                          array(select a.iban from payee_account a
                                where a.tenant = p.tenant and a.payee = p.id order by a.first_seen_at, a.iban) as ibans
                        from payee p where p.tenant = ? order by p.name, p.key""")
                .param(tenant.required().value())
                .query((row, n) -> new Payee(
                        row.getString("name"),
                        Optional.ofNullable(row.getString("vat_id")),
                        Optional.ofNullable(row.getString("tax_number")),
                        List.of((String[]) row.getArray("ibans").getArray())))
                .list();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void see(InvoiceChecked checked) {
        if (checked.outcome() == CheckOutcome.ACCEPT) {
            checked.header().ifPresent(header -> see(checked.caseId(), header));
        }
    }

    private void see(CaseId caseId, InvoiceHeader header) {
        header.payee().ifPresent(name -> {
            UUID payee = payee(key(header, name), name, header);
            header.ibans().forEach(iban -> account(payee, iban, caseId));
        });
    }

    private static String key(InvoiceHeader header, String name) {
        String byName = "name:" + name.strip().toLowerCase(Locale.ROOT);
        if (header.differentPayee()) {
            return byName;
        }
        return header.sellerVatId()
                .map(id -> "vat:" + id)
                .or(() -> header.sellerTaxNumber().map(number -> "tax:" + number))
                .orElseGet(() -> byName
                        + header.ibans().stream()
                                .findFirst()
                                .map(iban -> "|" + iban)
                                .orElse(""));
    }

    private UUID payee(String key, String name, InvoiceHeader header) {
        return known(key).orElseGet(() -> add(key, name, header));
    }

    private UUID add(String key, String name, InvoiceHeader header) {
        boolean seller = !header.differentPayee();
        jdbc.sql("""
                        insert into payee (tenant, id, key, name, vat_id, tax_number, first_seen_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict (tenant, key) do nothing""")
                .params(tenant.required().value(), UUID.randomUUID(), key, name)
                .param(header.sellerVatId().filter(id -> seller).orElse(null))
                .param(header.sellerTaxNumber().filter(number -> seller).orElse(null))
                .param(Timestamp.from(clock.instant()))
                .update();
        // Somebody else's, if he was quicker.
        return known(key).orElseThrow();
    }

    private Optional<UUID> known(String key) {
        return jdbc.sql("select id from payee where tenant = ? and key = ?")
                .params(tenant.required().value(), key)
                .query(UUID.class)
                .optional();
    }

    private void account(UUID payee, String iban, CaseId caseId) {
        jdbc.sql("""
                        insert into payee_account (tenant, payee, iban, first_seen_at, first_case)
                        values (?, ?, ?, ?, ?) on conflict do nothing""")
                .params(tenant.required().value(), payee, iban)
                .params(Timestamp.from(clock.instant()), caseId.value())
                .update();
    }
}
