package org.rechnungseingang.document;

import java.util.List;

/** What came of looking for the invoice inside a PDF. */
public sealed interface PdfExtractionResult {

    /**
     * The PDF carries one invoice.
     *
     * @param name the name of the embedded file as the PDF has it; text from outside, never a path
     * @param xml the bytes of the embedded file, unchanged
     * @param text what the pages say to people, as far as it could be read; empty for scanned pages, too
     */
    record Found(String name, byte[] xml, String text) implements PdfExtractionResult {

        /** Without the text of the pages. */
        Found(String name, byte[] xml) {
            this(name, xml, "");
        }

        Found withText(String pages) {
            return new Found(name, xml, pages);
        }
    }

    /** A PDF, but no embedded file has the name of an invoice: not an e-invoice, and still to be paid. */
    record NoInvoice() implements PdfExtractionResult {}

    /**
     * The PDF carries invoices that differ; nobody can tell which one is meant.
     *
     * @param names their file names as the PDF has them
     */
    record SeveralInvoices(List<String> names) implements PdfExtractionResult {

        /** Keeps its own copy of the list. */
        public SeveralInvoices {
            names = List.copyOf(names);
        }
    }

    /** The PDF cannot be opened without a password. */
    record Encrypted() implements PdfExtractionResult {}

    /**
     * Not a PDF, or a broken one.
     *
     * @param reason for the log, in English
     */
    record Unreadable(String reason) implements PdfExtractionResult {}

    /**
     * The PDF wants more than a PDF may have.
     *
     * @param limit which limit
     */
    record OverLimit(Limit limit) implements PdfExtractionResult {}

    /** The limits a PDF can break. */
    enum Limit {
        /** It needed too much memory, as a file does that unpacks to gigabytes. */
        MEMORY,
        /** The PDF, the embedded file or the list of embedded files is too large. */
        SIZE,
        /** It carries too many files beside the invoice. */
        ATTACHMENTS
    }
}
