package org.rechnungseingang.service.mail;

import java.util.List;
import java.util.Optional;

/**
 * A mail whose envelope was opened.
 *
 * @param sender the address of whoever wrote it (From), else a word for nobody
 * @param subject its subject, empty where there is none
 * @param messageId its Message-ID
 * @param parts the files in it, nested mails included, in the order in which they stand there
 */
record OpenedMail(String sender, String subject, Optional<String> messageId, List<Part> parts) {

    /**
     * One file in a mail.
     *
     * @param name the name that its sender gave it
     * @param type the media type that its sender says it has, in lower case; only a hint
     * @param shown whether it is part of what a mail program shows as the mail itself: text, and pictures within it
     * @param bytes what it holds, unpacked
     */
    record Part(Optional<String> name, String type, boolean shown, byte[] bytes) {}
}
