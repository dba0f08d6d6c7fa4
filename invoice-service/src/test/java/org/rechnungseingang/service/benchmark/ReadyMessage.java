package org.rechnungseingang.service.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rechnungseingang.service.peppol.AMessage;
import org.rechnungseingang.service.peppol.HttpMessage;

/**
 * A message, signed and encrypted, that need only be sent.
 *
 * @param id of the message
 * @param type of the content
 * @param file the body
 */
record ReadyMessage(String id, String type, Path file) {

    private static final int COMPOSERS = 2;

    /** So many new ones in the folder, each with an invoice of its own. */
    static List<ReadyMessage> compose(Invoices invoices, int count, Path folder) {
        List<Integer> numbers = IntStream.range(0, count).boxed().toList();
        ReadyMessage[] ready = new ReadyMessage[count];
        Alone.inParallel(COMPOSERS, numbers, number -> ready[number] = composed(invoices, folder));
        return List.of(ready);
    }

    private static ReadyMessage composed(Invoices invoices, Path folder) {
        byte[] invoice = invoices.next(1).get(0);
        AMessage message = AMessage.aMessage().of(new String(invoice, StandardCharsets.UTF_8));
        HttpMessage http = message.http();
        try {
            Path file = Files.createTempFile(folder, "", ".message");
            return new ReadyMessage(message.messageId(), http.type(), Files.write(file, http.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes all files of a folder, and leaves the folders in it. */
    static void clear(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
