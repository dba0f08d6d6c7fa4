package org.rechnungseingang.samples.mail;

/** Where a mail server listens, on 127.0.0.1. */
public record Ports(int smtp, int imap, int imaps) {

    /** Any free ones. */
    public static final Ports FREE = new Ports(0, 0, 0);
}
