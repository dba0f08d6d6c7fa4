package org.rechnungseingang.service.benchmark;

/** How large the invoice in a message is, and how many such messages a measurement takes. */
enum MessageSize {
    SMALL("10 KB", 10_000, 300),
    MEDIUM("1 MB", 1_000_000, 32),
    LARGE("20 MB", 20_000_000, 4);

    private final String words;
    private final int bytes;
    private final int messages;

    MessageSize(String words, int bytes, int messages) {
        this.words = words;
        this.bytes = bytes;
        this.messages = messages;
    }

    int bytes() {
        return bytes;
    }

    double mebibytes() {
        return bytes / (double) (1 << 20);
    }

    /** How many are sent, if so many are under way at the same time: each sender has at least one. */
    int messages(int atOnce) {
        return Math.max(messages, atOnce);
    }

    @Override
    public String toString() {
        return words;
    }
}
