package org.rechnungseingang.service.mail;

/**
 * Names a mail by what its server calls it.
 *
 * @param mailbox the mailbox's name in the configuration
 * @param uidValidity of the folder
 * @param uid of the mail
 */
record MailKey(String mailbox, long uidValidity, long uid) {}
