package org.rechnungseingang.samples.peppol;

/**
 * What came of a message.
 *
 * @param status of HTTP, or {@code -} if there was no answer
 * @param receipt whether a receipt came
 * @param verified whether every check of it passed
 * @param text what came instead
 */
record Outcome(Message message, String status, boolean receipt, boolean verified, String text) {

    /** One line: file, message id, id of the envelope, status, and what came, with tabs between. */
    String line() {
        String came =
                verified ? "receipt verified" : text.replaceAll("\\s+", " ").strip();
        return String.join(
                "\t",
                String.valueOf(message.file().getFileName()),
                message.id(),
                message.envelope(),
                "HTTP " + status,
                came);
    }

    /** What a file with the answer is called. */
    String fileName() {
        return FileName.of(message.id()) + (receipt ? ".receipt.xml" : ".error.xml");
    }
}
