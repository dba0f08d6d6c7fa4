package org.rechnungseingang.service.portal.office;

import java.util.List;

/**
 * How an invoice came by mail, and what came with it.
 *
 * @param mails the mails, first one first
 * @param files what came with them beside the invoice
 */
record Delivery(List<Mail> mails, List<File> files) {

    /** Keeps its own copies of the lists. */
    Delivery {
        mails = List.copyOf(mails);
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
