package org.rechnungseingang.service.mail;

import java.util.List;
import java.util.Optional;
import org.rechnungseingang.service.intake.JoinDocuments.Attached;

/**
 * What a mail brought.
 *
 * @param mail who wrote it and about what
 * @param invoices a case each; never empty
 * @param beside what belongs to each of them
 */
record Unpacked(OpenedMail mail, List<InvoiceFile> invoices, List<Attached> beside) {

    /**
     * One invoice.
     *
     * @param fileName its name for people
     * @param bytes the file
     * @param same the same invoice in another wrapping
     */
    record InvoiceFile(Optional<String> fileName, byte[] bytes, List<Attached> same) {}
}
