package org.rechnungseingang.service.mail;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rechnungseingang.service.archive.Originals;
import org.rechnungseingang.service.intake.Channel;
import org.rechnungseingang.service.intake.Envelope;
import org.rechnungseingang.service.intake.JoinDocuments;
import org.rechnungseingang.service.intake.ReceiveInvoice;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.mail.Unpacked.InvoiceFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a mail in one transaction: the mail as it came, a case for each invoice, what belongs to them. Only afterwards may
 * the server be told. A mail that comes again, because the telling was cut short, changes nothing.
 */
@Component
class TakeMail {

    private final Originals originals;
    private final Mails mails;
    private final MailTroubles troubles;
    private final ReceiveInvoice intake;
    private final JoinDocuments join;

    TakeMail(Originals originals, Mails mails, MailTroubles troubles, ReceiveInvoice intake, JoinDocuments join) {
        this.originals = originals;
        this.mails = mails;
        this.troubles = troubles;
        this.intake = intake;
        this.join = join;
    }

    /** Takes it; whether it was new. */
    @Transactional
    public boolean take(MailKey key, Instant receivedAt, byte[] raw, Unpacked unpacked) {
        Optional<UUID> added = mails.add(key, receivedAt, unpacked.mail(), originals.keep(raw));
        added.ifPresent(mail -> {
            handIn(mail, receivedAt, unpacked);
            troubles.over(key);
        });
        return added.isPresent();
    }

    private void handIn(UUID mail, Instant receivedAt, Unpacked unpacked) {
        Actor sender = Actor.program(unpacked.mail().sender());
        Set<CaseId> cases = new LinkedHashSet<>();
        for (InvoiceFile invoice : unpacked.invoices()) {
            CaseId opened = intake.receive(
                            new Envelope(Channel.MAIL, receivedAt, sender, invoice.fileName(), invoice.bytes()))
                    .caseId();
            cases.add(opened);
            join.join(opened, sender, invoice.same());
        }
        cases.forEach(caseId -> {
            mails.brought(mail, caseId);
            join.join(caseId, sender, unpacked.beside());
        });
    }
}
