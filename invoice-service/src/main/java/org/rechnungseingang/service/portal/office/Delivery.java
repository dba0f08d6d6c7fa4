package org.rechnungseingang.service.portal.office;

import java.util.List;

/**
 * How an invoice came by mail or over Peppol, and what came with it.
 *
 * @param mails the mails, first one first
 * @param messages the messages of Peppol, first one first
 * @param files what came with them beside the invoice
 */
record Delivery(List<Mail> mails, List<Message> messages, List<File> files) {

    /** Keeps its own copies of the lists. */
    Delivery {
        mails = List.copyOf(mails);
        messages = List.copyOf(messages);
        files = List.copyOf(files);
    }

    /**
     * A mail.
     *
     * @param sender who wrote it, as it says itself
     * @param subject its subject, or empty text
     * @param at when it reached the town
     * @param mailbox the mailbox's name in the configuration
     */
    record Mail(String sender, String subject, String at, String mailbox) {}

    /**
     * A message of Peppol.
     *
     * @param sender participant who sent it
     * @param receiver participant who received it
     * @param accessPoint the sending access point, as its certificate names it
     * @param messageId its name
     * @param instanceId the name of the envelope inside
     * @param idReused whether another envelope had come under that name before
     * @param at when it arrived
     * @param statuses what was said about it, in the words of this network
     * @param href where its evidence can be saved
     */
    record Message(
            String sender,
            String receiver,
            String accessPoint,
            String messageId,
            String instanceId,
            boolean idReused,
            String at,
            List<Status> statuses,
            String href) {

        /** Keeps its own copy of the list. */
        Message {
            statuses = List.copyOf(statuses);
        }
    }

    /**
     * A status message about an envelope.
     *
     * @param accepted whether it says that the document is accepted
     * @param receiver participant to whom it goes
     * @param at when it arrived there, or empty text
     */
    record Status(boolean accepted, String receiver, String at) {}

    /**
     * A file that is no invoice itself.
     *
     * @param name as its sender named it
     * @param href where it can be saved
     * @param type what it is, told by its content
     * @param size how large it is
     * @param subject the subject of the mail that it came with, or empty text
     * @param at when that mail came, or empty text
     */
    record File(String name, String href, String type, String size, String subject, String at) {}
}
