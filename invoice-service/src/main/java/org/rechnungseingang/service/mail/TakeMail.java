package org.rechnungseingang.service.mail;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rechnungseingang.service.archive.Originals;
import org.rechnungseingang.service.intake.Channel;
import org.rechnungseingang.service.intake.Envelope;
import org.rechnungseingang.service.intake.JoinDocuments;
import org.rechnungseingang.service.intake.JoinDocuments.Attached;
import org.rechnungseingang.service.intake.ReceiveInvoice;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.mail.Unpacked.InvoiceFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes mails in one transaction: each mail as it came, a case for each invoice, what belongs to them. Only afterwards may
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

    /**
     * A mail that is to be taken.
     *
     * @param key how its server calls it
     * @param receivedAt when it arrived there
     * @param raw the mail as it came
     * @param unpacked what is in it
     */
    record Arrived(MailKey key, Instant receivedAt, byte[] raw, Unpacked unpacked) {}

    /** Takes all of them or, if it throws, none; how many were new. */
    @Transactional
    public int take(List<Arrived> arrived) {
        int taken = 0;
        for (Arrived mail : arrived) {
            taken += take(mail) ? 1 : 0;
        }
        troubles.over(arrived.stream().map(Arrived::key).toList());
        return taken;
    }

    private boolean take(Arrived mail) {
        Optional<UUID> added =
                mails.add(mail.key(), mail.receivedAt(), mail.unpacked().mail(), originals.keep(mail.raw()));
        added.ifPresent(id -> handIn(id, mail.receivedAt(), mail.unpacked()));
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
            mails.brought(mail, opened);
            join(mail, opened, sender, invoice.same());
        }
        cases.forEach(caseId -> join(mail, caseId, sender, unpacked.beside()));
    }

    private void join(UUID mail, CaseId caseId, Actor sender, List<Attached> files) {
        mails.brought(mail, caseId, join.join(caseId, sender, files));
    }
}
