package org.rechnungseingang.service.mail;

/** How the line to a mail server is kept secret. */
enum Tls {
    /** From the first byte (RFC 8314). */
    IMPLICIT("imaps", 993),
    /** After a first word in the open; without TLS nothing more is said. */
    STARTTLS("imap", 143),
    /** Not at all: on this machine only. */
    NONE("imap", 143);

    private final String protocol;
    private final int port;

    Tls(String protocol, int port) {
        this.protocol = protocol;
        this.port = port;
    }

    String protocol() {
        return protocol;
    }

    int port() {
        return port;
    }
}
