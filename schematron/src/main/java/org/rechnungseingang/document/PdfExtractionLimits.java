package org.rechnungseingang.document;

import java.time.Duration;

/**
 * What a PDF may cost.
 *
 * @param time for one PDF
 * @param heapMegabytes for the process that reads PDFs
 * @param pdfBytes size of the PDF
 * @param xmlBytes size of the embedded invoice, unpacked
 * @param attachments embedded files beside the invoice
 */
public record PdfExtractionLimits(Duration time, int heapMegabytes, int pdfBytes, int xmlBytes, int attachments) {

    private static final int MEGABYTE = 1024 * 1024;

    /** 20 seconds, 192 MiB of heap, a PDF of 20 MiB (the limit of a mail), an invoice of 15 MiB, 200 attachments. */
    public static final PdfExtractionLimits DEFAULT =
            new PdfExtractionLimits(Duration.ofSeconds(20), 192, 20 * MEGABYTE, 15 * MEGABYTE, 200);

    /** The same with so many attachments. */
    public PdfExtractionLimits withAttachments(int most) {
        return new PdfExtractionLimits(time, heapMegabytes, pdfBytes, xmlBytes, most);
    }
}
