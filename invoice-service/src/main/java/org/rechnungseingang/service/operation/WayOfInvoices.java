package org.rechnungseingang.service.operation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.rechnungseingang.service.intake.Channel;
import org.rechnungseingang.service.intake.InvoiceReceived;
import org.rechnungseingang.service.intake.InvoiceReceivedAgain;
import org.rechnungseingang.service.validation.InvoiceChecked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts and logs what happens to invoices, once it is committed. Nothing of what was received is in the log. */
@Component
class WayOfInvoices {

    private static final Logger log = LoggerFactory.getLogger(WayOfInvoices.class);

    private final MeterRegistry meters;

    WayOfInvoices(MeterRegistry meters) {
        this.meters = meters;
    }

    // From here on whatever else this request logs belongs to the case.
    @EventListener
    void nameInLog(InvoiceReceived received) {
        RequestLog.belongsTo(received.receiptNumber());
    }

    @EventListener
    void nameInLog(InvoiceReceivedAgain again) {
        RequestLog.belongsTo(again.receiptNumber());
    }

    @TransactionalEventListener
    void received(InvoiceReceived received) {
        received(received.channel(), false);
    }

    @TransactionalEventListener
    void receivedAgain(InvoiceReceivedAgain again) {
        received(again.channel(), true);
    }

    @TransactionalEventListener
    void checked(InvoiceChecked checked) {
        String outcome = checked.outcome().wireName();
        log.atInfo()
                .addKeyValue("outcome", outcome)
                .addKeyValue("errors", checked.errors())
                .addKeyValue("notes", checked.notes())
                .log("Checked: {}, {} errors, {} notes", outcome, checked.errors(), checked.notes());
        Counter.builder("rechnungseingang.checked")
                .description("Documents whose check has ended")
                .tag("outcome", outcome)
                .register(meters)
                .increment();
    }

    private void received(Channel channel, boolean again) {
        String name = channel.name().toLowerCase(Locale.ROOT);
        log.atInfo()
                .addKeyValue("channel", name)
                .addKeyValue("again", again)
                .log("Received by {}{}", name, again ? ", the same bytes again" : "");
        Counter.builder("rechnungseingang.received")
                .description("Documents received")
                .tag("channel", name)
                .tag("again", String.valueOf(again))
                .register(meters)
                .increment();
    }
}
