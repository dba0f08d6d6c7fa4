package org.rechnungseingang.service.peppol.as4;

import static org.rechnungseingang.service.peppol.as4.EbmsError.DECOMPRESSION_FAILURE;
import static org.rechnungseingang.service.peppol.as4.EbmsError.FEATURE_NOT_SUPPORTED;

import java.io.IOException;
import java.io.InputStream;

/** The payload of a message without its compression (AS4 profile, 3.1). */
public final class Payload {

    private static final String GZIP = "application/gzip";

    private Payload() {}

    /**
     * The payload as its sender had it.
     *
     * @param most so many bytes it may have
     * @throws MessageRefused if it has more, or is not compressed as its header says
     */
    public static Spool of(OpenedMessage message, long most) {
        String compression =
                message.header().payload().property("CompressionType").orElse("");
        MessageRefused.unless(
                compression.isEmpty() || compression.equals(GZIP),
                FEATURE_NOT_SUPPORTED,
                "Payloads are compressed with application/gzip, not " + compression);
        Spool received = message.payload().bytes();
        return compression.isEmpty() ? received : unzipped(received, most);
    }

    private static Spool unzipped(Spool zipped, long most) {
        try (InputStream in = new WholeGzip(zipped.open())) {
            return Spool.of(in, most);
        } catch (Spool.TooLarge e) {
            throw new MessageRefused(
                    DECOMPRESSION_FAILURE, "The payload has more than the " + most + " bytes that are taken", e);
        } catch (IOException e) {
            throw new MessageRefused(
                    DECOMPRESSION_FAILURE, "The payload is no complete gzip file, or more than that", e);
        }
    }
}
