package org.rechnungseingang.service.approval;

import java.util.Optional;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.tenant.Tenant;
import org.rechnungseingang.service.tenant.Tenants;
import org.springframework.stereotype.Component;

/** Tells what an order would lead to, by the town's rules. */
@Component
public class Transfers {

    private final ReadDemand read;
    private final ApprovalProperties properties;
    private final Tenants tenants;
    private final CurrentTenant current;

    Transfers(ReadDemand read, ApprovalProperties properties, Tenants tenants, CurrentTenant current) {
        this.read = read;
        this.properties = properties;
        this.tenants = tenants;
        this.current = current;
    }

    /**
     * What an order of the case would lead to, for the person who is asked to confirm it; empty if its invoice cannot be
     * read or has no amount due.
     *
     * @param account the account that the person has chosen, if any
     */
    public Optional<Payout> preview(ReceiptNumber number, Optional<String> account) {
        return read.invoice(number).flatMap(Demand::of).map(demand -> payout(demand, account));
    }

    Payout payout(Demand demand, Optional<String> account) {
        String town = tenants.find(current.required()).map(Tenant::key).orElse("");
        return Payout.of(demand, account, properties.town(town).transferCodes());
    }
}
