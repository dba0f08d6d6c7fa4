package org.rechnungseingang.samples.mail;

/**
 * Somebody who has a mailbox.
 *
 * @param login the name for IMAP
 * @param password its password
 * @param address where mails for the mailbox are sent to
 */
public record Account(String login, String password, String address) {

    /**
     * Reads {@code login:password:address}; the password may contain colons.
     *
     * @throws IllegalArgumentException if a part is missing
     */
    public static Account of(String text) {
        int first = text.indexOf(':');
        int last = text.lastIndexOf(':');
        if (first < 1 || last == first || last == text.length() - 1) {
            throw new IllegalArgumentException("not login:password:address: " + text);
        }
        return new Account(text.substring(0, first), text.substring(first + 1, last), text.substring(last + 1));
    }

    /** As {@link #of} reads it. */
    @Override
    public String toString() {
        return login + ":" + password + ":" + address;
    }
}
