package org.rechnungseingang.service.portal.office;

import java.util.List;
import java.util.Optional;
import org.rechnungseingang.service.archive.Originals;
import org.rechnungseingang.service.intake.SupportingDocuments;
import org.rechnungseingang.service.intake.SupportingDocuments.SupportingDocument;
import org.rechnungseingang.service.mail.Mails;
import org.rechnungseingang.service.peppol.As4Messages;
import org.rechnungseingang.service.peppol.outbound.OutboundMessage;
import org.rechnungseingang.service.peppol.outbound.OutboundMessages;
import org.rechnungseingang.service.portal.Notation;
import org.rechnungseingang.service.portal.Received;
import org.rechnungseingang.service.portal.Wording;
import org.rechnungseingang.service.register.RegisterEntry;
import org.springframework.stereotype.Component;

/** Lays out how an invoice came by mail or over Peppol, and what came with it. */
@Component
class Deliveries {

    private final Mails mails;
    private final As4Messages messages;
    private final OutboundMessages outbound;
    private final SupportingDocuments supporting;
    private final Originals originals;
    private final Wording wording;
    private final Notation notation;

    Deliveries(
            Mails mails,
            As4Messages messages,
            OutboundMessages outbound,
            SupportingDocuments supporting,
            Originals originals,
            Wording wording,
            Notation notation) {
        this.mails = mails;
        this.messages = messages;
        this.outbound = outbound;
        this.supporting = supporting;
        this.originals = originals;
        this.wording = wording;
        this.notation = notation;
    }

    Delivery of(RegisterEntry entry) {
        List<Mails.Mail> came = mails.of(entry.caseId());
        return new Delivery(
                came.stream().map(this::mail).toList(),
                messages.of(entry.caseId()).stream()
                        .map(message -> message(message, entry))
                        .toList(),
                supporting.of(entry.caseId()).stream()
                        .map(document -> file(document, entry, with(document, came)))
                        .toList());
    }

    private static Optional<Mails.Mail> with(SupportingDocument document, List<Mails.Mail> came) {
        return came.stream()
                .filter(mail -> mail.documents().contains(document.number()))
                .findFirst();
    }

    private Delivery.Mail mail(Mails.Mail mail) {
        return new Delivery.Mail(
                Received.text(mail.sender()),
                Received.text(mail.subject()),
                notation.minute(mail.receivedAt()),
                mail.mailbox());
    }

    private Delivery.Message message(As4Messages.Message message, RegisterEntry entry) {
        return new Delivery.Message(
                Received.text(message.sender()),
                Received.text(message.receiver()),
                Received.text(message.accessPoint()),
                Received.text(message.messageId()),
                Received.text(message.instanceId()),
                message.idReused(),
                notation.minute(message.receivedAt()),
                outbound.of(entry.caseId()).stream()
                        .filter(status -> status.answers().equals(message.instanceId()))
                        .map(this::status)
                        .toList(),
                "/invoices/" + entry.receiptNumber() + "/messages/" + message.id());
    }

    private Delivery.Status status(OutboundMessage status) {
        return new Delivery.Status(
                status.accepts(),
                status.receiver(),
                status.delivery()
                        .map(OutboundMessage.Delivery::at)
                        .map(notation::minute)
                        .orElse(""));
    }

    private Delivery.File file(SupportingDocument document, RegisterEntry entry, Optional<Mails.Mail> with) {
        return new Delivery.File(
                Received.text(document.fileName()),
                "/invoices/" + entry.receiptNumber() + "/documents/" + document.number(),
                wording.meant("media", document.type()),
                notation.size(originals.size(document.original())),
                with.map(Mails.Mail::subject).map(Received::text).orElse(""),
                with.map(Mails.Mail::receivedAt).map(notation::minute).orElse(""));
    }
}
