package org.rechnungseingang.service.portal.supplier;

import org.rechnungseingang.service.portal.Limits;
import org.rechnungseingang.service.portal.Phrase;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.stereotype.Component;

/** How large an uploaded file may be; the same figure that the server holds to. */
@Component
class UploadLimits {

    private final long bytes;
    private final long together;

    UploadLimits(Limits limits, MultipartProperties multipart) {
        this.bytes = limits.invoiceBytes();
        this.together = multipart.getMaxRequestSize().toBytes();
    }

    boolean allows(long size) {
        return size <= bytes;
    }

    /** Whether a form of that size is read at all. */
    boolean allowsTogether(long size) {
        return size <= together;
    }

    /** The limits in words. */
    Phrase phrase(int files) {
        return Phrase.of("upload.limits", files, megabytes(bytes), megabytes(together));
    }

    Phrase tooLarge() {
        return Phrase.of("upload.large", megabytes(bytes));
    }

    private static long megabytes(long size) {
        return size >> 20;
    }
}
