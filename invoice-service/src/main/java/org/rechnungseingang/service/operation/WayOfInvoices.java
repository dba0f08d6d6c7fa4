package org.rechnungseingang.service.operation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Optional;
import org.rechnungseingang.service.intake.Channel;
import org.rechnungseingang.service.intake.InvoiceReceived;
import org.rechnungseingang.service.intake.InvoiceReceivedAgain;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.validation.InvoiceChecked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts and logs what happens to invoices, once it is committed. Nothing of what was received is in the log. */
@Component
class WayOfInvoices {

    private static final Logger log = LoggerFactory.getLogger(WayOfInvoices.class);

    private final MeterRegistry meters;

    WayOfInvoices(MeterRegistry meters) {
        this.meters = meters;
    }

    @EventListener
    void nameInLog(InvoiceReceived received) {
        nameInLog(received.receiptNumber());
    }

    @EventListener
    void nameInLog(InvoiceReceivedAgain again) {
        nameInLog(again.receiptNumber());
    }

    // Whatever else this transaction logs belongs to the case; the next one of this thread may be another's.
    private static void nameInLog(ReceiptNumber number) {
        Optional<String> before = Optional.ofNullable(MDC.get(RequestLog.RECEIPT_NUMBER));
        MDC.put(RequestLog.RECEIPT_NUMBER, number.text());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                before.ifPresentOrElse(
                        outer -> MDC.put(RequestLog.RECEIPT_NUMBER, outer),
                        () -> MDC.remove(RequestLog.RECEIPT_NUMBER));
            }
        });
    }

    // Ordered, since all that has no order comes after it, and the number leaves the log with that.
    @Order(0)
    @TransactionalEventListener
    void received(InvoiceReceived received) {
        received(received.receiptNumber(), received.channel(), false);
    }

    @Order(0)
    @TransactionalEventListener
    void receivedAgain(InvoiceReceivedAgain again) {
        received(again.receiptNumber(), again.channel(), true);
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

    // One transaction may take several, and by then the log names the last of them.
    private void received(ReceiptNumber number, Channel channel, boolean again) {
        String name = channel.name().toLowerCase(Locale.ROOT);
        MDC.put(RequestLog.RECEIPT_NUMBER, number.text());
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
