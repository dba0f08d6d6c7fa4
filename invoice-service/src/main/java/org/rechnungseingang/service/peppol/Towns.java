package org.rechnungseingang.service.peppol;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.rechnungseingang.service.intake.Receipt;
import org.rechnungseingang.service.peppol.as4.BusinessDocument.Identifier;
import org.rechnungseingang.service.peppol.as4.MessageRefused;
import org.rechnungseingang.service.peppol.as4.OpenedMessage;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.tenant.Tenants;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What is done with a message in the town that it is for, by the town's key. */
@Component
class Towns {

    private final Served served;
    private final Tenants tenants;
    private final CurrentTenant current;
    private final As4Messages messages;
    private final TakeMessage take;
    private final RefusedMessages refused;

    Towns(
            Served served,
            Tenants tenants,
            CurrentTenant current,
            As4Messages messages,
            TakeMessage take,
            RefusedMessages refused) {
        this.served = served;
        this.tenants = tenants;
        this.current = current;
        this.messages = messages;
        this.take = take;
        this.refused = refused;
    }

    /** Participants of a town that is not configured would be nobody's. */
    @EventListener(ApplicationStartedEvent.class)
    void check() {
        served.towns().forEach(key -> {
            if (tenants.ofKey(key).isEmpty()) {
                throw new IllegalStateException("rechnungseingang.peppol." + key
                        + " is configured, but rechnungseingang.tenants." + key + " is not");
            }
        });
    }

    Optional<String> of(Identifier participant) {
        return served.townOf(participant);
    }

    Optional<byte[]> receipt(String town, OpenedMessage message) {
        return within(town, () -> messages.receipt(message));
    }

    Receipt take(String town, Arrival arrival) {
        return within(town, () -> take.take(arrival));
    }

    void keepRefused(String town, UUID id, OpenedMessage message, MessageRefused refusal, Instant receivedAt) {
        within(town, () -> {
            refused.keep(id, message, refusal, receivedAt);
            return true;
        });
    }

    private <T> T within(String town, Supplier<T> work) {
        return current.within(tenants.ofKey(town).orElseThrow().id(), work);
    }
}
