package org.rechnungseingang.service.portal.admin;

import java.util.List;

/**
 * What was left lying, by what it is. Empty text stands for what is not known.
 *
 * @param letters jobs that have failed for good
 * @param mails mails that could not be taken
 * @param feedback what the finance system told and nobody understood
 * @param refusals messages that the access point has refused
 */
record Lying(
        Part<Lying.Letter> letters,
        Part<Lying.Mail> mails,
        Part<Lying.Feedback> feedback,
        Part<Lying.Refusal> refusals) {

    /** The parts in the order of the page. */
    public List<Part<?>> parts() {
        return List.of(letters, mails, feedback, refusals);
    }

    /**
     * A part of the page.
     *
     * @param name its name in addresses within the page and in message keys
     * @param count how many there are
     * @param rows those that are shown, oldest first; where there is nothing to be done any more, newest first
     */
    record Part<T>(String name, int count, List<T> rows) {

        /** Keeps its own copy of the list. */
        Part {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A dead letter.
     *
     * @param receiptNumber the case's number
     * @param stage what was to be done
     * @param failed when it was given up
     * @param attempts how often it was tried
     * @param reason the last failure
     */
    record Letter(String id, String receiptNumber, String stage, String failed, int attempts, String reason) {}

    /**
     * A mail.
     *
     * @param mailbox the mailbox's name in the configuration
     * @param received when it reached the mail server
     * @param sender who wrote it
     * @param subject its subject
     * @param attempts how often it was tried
     * @param cause the key of why it could not be taken; with {@code .todo}, of what helps
     * @param reason the same with its figures, in German
     */
    record Mail(
            String id,
            String mailbox,
            String received,
            String sender,
            String subject,
            int attempts,
            String cause,
            String reason) {}

    /**
     * What the finance system told.
     *
     * @param receiptNumber of the case, if the order is known
     * @param key the order's key
     * @param told the key of what the order is said to be
     * @param at when it was set aside
     * @param cause the key of why; with {@code .todo}, of what helps
     * @param reason the same in detail, for whoever looks after the programs
     * @param content as it was told
     */
    record Feedback(
            String id,
            String receiptNumber,
            String key,
            String told,
            String at,
            String cause,
            String reason,
            String content) {}

    /**
     * A refused message.
     *
     * @param messageId its name
     * @param accessPoint the access point that sent it, as its certificate names it
     * @param received when it arrived
     * @param error the code of the error that its sender got
     * @param reason the error's text, in English
     */
    record Refusal(String id, String messageId, String accessPoint, String received, String error, String reason) {}
}
