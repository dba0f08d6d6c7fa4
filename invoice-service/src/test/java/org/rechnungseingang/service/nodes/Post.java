package org.rechnungseingang.service.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.rechnungseingang.samples.mail.Letter;
import org.rechnungseingang.service.way.Partners;

/** What a supplier has sent to the town by mail. */
final class Post {

    private static final Path DELIVERY_NOTE =
            Path.of(System.getProperty("basedir", "."), "..", "samples", "bad", "pdf-ohne-xml.pdf");

    private final Partners partners;
    private final List<Upload> invoices = new ArrayList<>();
    private int mails;

    Post(Partners partners) {
        this.partners = partners;
    }

    /** A mail with one invoice and a delivery note. */
    void send(Upload invoice) {
        send("Rechnung", List.of(invoice));
    }

    /** A mail with two invoices, and one with an invoice; each with a delivery note. */
    void sendMore() {
        send("Zwei Rechnungen", List.of(Upload.next(), Upload.next()));
        send(Upload.next());
    }

    /** So many mails with an invoice and a delivery note each, over one connection. */
    void send(int some) {
        partners.send(IntStream.range(0, some)
                .mapToObj(i -> letter("Rechnung", List.of(Upload.next())))
                .toList());
    }

    private void send(String subject, List<Upload> some) {
        partners.send(letter(subject, some));
    }

    private Letter letter(String subject, List<Upload> some) {
        Letter letter = Partners.letter(subject);
        for (int i = 0; i < some.size(); i++) {
            letter.attach(
                    "rechnung-" + i + ".xml", "application/xml", some.get(i).bytes());
        }
        letter.attach("Lieferschein.pdf", "application/pdf", deliveryNote());
        invoices.addAll(some);
        mails++;
        return letter;
    }

    List<Upload> invoices() {
        return List.copyOf(invoices);
    }

    int mails() {
        return mails;
    }

    private static byte[] deliveryNote() {
        try {
            return Files.readAllBytes(DELIVERY_NOTE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
