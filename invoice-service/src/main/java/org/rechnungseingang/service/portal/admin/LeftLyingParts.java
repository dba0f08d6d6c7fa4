package org.rechnungseingang.service.portal.admin;

import org.rechnungseingang.service.finance.SetAsideFeedback;
import org.rechnungseingang.service.mail.MailTroubles;
import org.rechnungseingang.service.peppol.RefusedMessages;
import org.rechnungseingang.service.portal.Notation;
import org.rechnungseingang.service.portal.Received;
import org.rechnungseingang.service.portal.Wording;
import org.rechnungseingang.service.portal.admin.Lying.Feedback;
import org.rechnungseingang.service.portal.admin.Lying.Letter;
import org.rechnungseingang.service.portal.admin.Lying.Mail;
import org.rechnungseingang.service.portal.admin.Lying.Part;
import org.rechnungseingang.service.portal.admin.Lying.Refusal;
import org.rechnungseingang.service.work.DeadLetter;
import org.rechnungseingang.service.work.DeadLetters;
import org.springframework.stereotype.Component;

/** Lays out what was left lying. */
@Component
class LeftLyingParts {

    /** More than that nobody reads; when some are settled, the next ones show. */
    private static final int MOST = 100;

    private final DeadLetters letters;
    private final MailTroubles mails;
    private final SetAsideFeedback feedback;
    private final RefusedMessages refused;
    private final Notation notation;
    private final Wording wording;

    LeftLyingParts(
            DeadLetters letters,
            MailTroubles mails,
            SetAsideFeedback feedback,
            RefusedMessages refused,
            Notation notation,
            Wording wording) {
        this.letters = letters;
        this.mails = mails;
        this.feedback = feedback;
        this.refused = refused;
        this.notation = notation;
        this.wording = wording;
    }

    Lying all() {
        return new Lying(
                new Part<>(
                        "letters",
                        letters.count(),
                        letters.waiting().stream().limit(MOST).map(this::row).toList()),
                new Part<>(
                        "mails",
                        mails.count(),
                        mails.setAside(MOST).stream().map(this::row).toList()),
                new Part<>(
                        "feedback",
                        feedback.count(),
                        feedback.waiting(MOST).stream().map(this::row).toList()),
                new Part<>(
                        "refusals",
                        refused.count(),
                        refused.latest(MOST).stream().map(this::row).toList()));
    }

    private Letter row(DeadLetter letter) {
        return new Letter(
                letter.id().toString(),
                letter.job().receiptNumber(),
                wording.meant("stage", letter.job().stage()),
                notation.minute(letter.failedAt()),
                letter.attempts(),
                letter.reason());
    }

    private Mail row(MailTroubles.Trouble trouble) {
        return new Mail(
                trouble.id().toString(),
                trouble.mailbox(),
                notation.minute(trouble.receivedAt()),
                Received.text(trouble.sender()),
                Received.text(trouble.subject()),
                trouble.attempts(),
                "mails." + trouble.cause(),
                Received.text(trouble.reason()));
    }

    private Refusal row(RefusedMessages.Refused message) {
        return new Refusal(
                message.id().toString(),
                Received.text(message.messageId()),
                Received.text(message.accessPoint()),
                notation.minute(message.receivedAt()),
                message.error(),
                Received.text(message.reason()));
    }

    private Feedback row(SetAsideFeedback.Entry entry) {
        return new Feedback(
                entry.id().toString(),
                entry.receiptNumber().orElse(""),
                Received.text(entry.key()),
                entry.status().isEmpty() ? "" : "feedback.told." + entry.status(),
                notation.minute(entry.at()),
                "feedback." + entry.cause(),
                Received.text(entry.reason()),
                Received.text(entry.content()));
    }
}
