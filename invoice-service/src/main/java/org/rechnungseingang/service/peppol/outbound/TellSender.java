package org.rechnungseingang.service.peppol.outbound;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rechnungseingang.service.archive.Originals;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.peppol.As4Messages;
import org.rechnungseingang.service.peppol.MessageTaken;
import org.rechnungseingang.service.peppol.outbound.OutboundMessage.Kind;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.validation.InvoiceChecked;
import org.rechnungseingang.service.validation.StoredVerdict;
import org.rechnungseingang.service.validation.Verdicts;
import org.rechnungseingang.service.work.Job;
import org.rechnungseingang.service.work.Jobs;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the Message Level Status of an envelope, once, in the transaction that settles the verdict on its document: a
 * rejection always, an acceptance if its sender asked for one (Peppol Network Policy 1.0.0, MLS-3). It goes to the
 * participant of the sender's provider that the envelope names, else to the provider himself.
 */
public class TellSender {

    private static final Actor BY = Actor.service(DeliverMessage.NAME);
    private static final String ALWAYS = "ALWAYS_SEND";

    private final As4Messages received;
    private final OutboundMessages outbound;
    private final Verdicts verdicts;
    private final InvoiceCases cases;
    private final Originals originals;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;
    private final CurrentTenant tenant;
    private final Clock clock;
    private final String self;
    private final String country;

    TellSender(
            As4Messages received,
            OutboundMessages outbound,
            Verdicts verdicts,
            InvoiceCases cases,
            Originals originals,
            Jobs jobs,
            ApplicationEventPublisher events,
            CurrentTenant tenant,
            Clock clock,
            String self,
            String country) {
        this.received = received;
        this.outbound = outbound;
        this.verdicts = verdicts;
        this.cases = cases;
        this.originals = originals;
        this.jobs = jobs;
        this.events = events;
        this.tenant = tenant;
        this.clock = clock;
        this.self = self;
        this.country = country;
    }

    /** The first verdict is told; what comes of sending a case back is the town's own affair. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void told(InvoiceChecked checked) {
        if (checked.round() == 1) {
            verdicts.latest(checked.caseId()).ifPresent(verdict -> tell(checked.caseId(), verdict));
        }
    }

    /** The same document in another envelope has its verdict already, unless that comes now: so the case is held. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void told(MessageTaken taken) {
        if (taken.receipt().known()) {
            cases.hold(taken.receipt().receiptNumber());
            CaseId caseId = taken.receipt().caseId();
            verdicts.latest(caseId).ifPresent(verdict -> tell(caseId, verdict));
        }
    }

    private void tell(CaseId caseId, StoredVerdict verdict) {
        for (As4Messages.Message message : received.of(caseId)) {
            List<OutboundMessage> said = outbound.of(caseId);
            if (said.stream().noneMatch(one -> one.answers().equals(message.instanceId()))) {
                tell(message, LevelStatus.of(verdict), caseId, said.size() + 1);
            }
        }
    }

    private void tell(As4Messages.Message message, LevelStatus status, CaseId caseId, int number) {
        if (status.accepted() && !message.statusType().equals(ALWAYS)) {
            return;
        }
        receiver(message)
                .ifPresentOrElse(
                        receiver -> tell(message, status, caseId, number, receiver),
                        () -> events.publishEvent(new SenderNotTold(
                                caseId, BY, status.code(), message.instanceId(), message.accessPoint())));
    }

    // What he says to a third party's address is ignored: nobody is told of others' invoices because a stranger wants
    // it.
    private static Optional<String> receiver(As4Messages.Message message) {
        return Provider.ofAccessPoint(message.accessPoint())
                .map(provider -> Provider.isOf(message.statusTo(), provider) ? message.statusTo() : provider);
    }

    private void tell(As4Messages.Message message, LevelStatus status, CaseId caseId, int number, String receiver) {
        LevelStatusDocument document = new LevelStatusDocument(
                status, message.instanceId(), UUID.randomUUID().toString(), self, receiver, country, clock.instant());
        String provider = Provider.whole(receiver);
        outbound.add(new OutboundMessage(
                UUID.randomUUID(),
                caseId,
                number,
                Kind.MESSAGE_LEVEL_STATUS,
                message.instanceId(),
                status.code(),
                receiver,
                document.instanceId(),
                originals.keep(document.bytes()),
                Optional.of(document)
                        .filter(toPart -> !provider.equals(receiver))
                        .map(toPart -> originals.keep(toPart.to(provider).bytes())),
                Optional.empty(),
                Optional.empty()));
        String receiptNumber = cases.get(caseId).receiptNumber().text();
        jobs.queue(new Job(DeliverMessage.NAME, tenant.required(), caseId, number, receiptNumber));
    }
}
