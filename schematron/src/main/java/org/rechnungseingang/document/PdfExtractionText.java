package org.rechnungseingang.document;

import java.io.IOException;
import java.io.Writer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads what the pages of a PDF say, line by line; runs in the process that reads PDFs only. */
final class PdfExtractionText {

    /** A page of an invoice has some 3 000. */
    static final int MOST_CHARACTERS = 100_000;

    /** Number, date and account stand on the first page, the sum on one of the last. */
    private static final int FIRST_PAGES = 15;

    private static final int LAST_PAGES = 5;

    private PdfExtractionText() {}

    /** The text of the first and the last pages; empty if it cannot be read. */
    static String of(byte[] pdf) {
        Bounded text = new Bounded();
        try (PDDocument document = Loader.loadPDF(
                new RandomAccessReadBuffer(pdf), "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            // PDFBox would search the machine for fonts and write down what it found; text needs none of them.
            if (!(FontMappers.instance() instanceof PdfExtractionFont)) {
                FontMappers.set(PdfExtractionFont.load());
            }
            write(document, text);
            return text.toString();
        } catch (Full e) {
            return text.toString();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return "";
        }
    }

    private static void write(PDDocument document, Writer text) throws IOException {
        int pages = document.getNumberOfPages();
        write(document, 1, Math.min(pages, FIRST_PAGES), text);
        write(document, Math.max(FIRST_PAGES, pages - LAST_PAGES) + 1, pages, text);
    }

    private static void write(PDDocument document, int first, int last, Writer text) throws IOException {
        if (first > last) {
            return;
        }
        PDFTextStripper stripper = new PDFTextStripper();
        // A label and its value stand side by side, in whichever order they were drawn.
        stripper.setSortByPosition(true);
        stripper.setLineSeparator("\n");
        stripper.setStartPage(first);
        stripper.setEndPage(last);
        stripper.writeText(document, text);
    }

    /** There is as much text as there may be. */
    private static final class Full extends IOException {

        private static final long serialVersionUID = 1;

        Full() {
            super("enough text");
        }
    }

    private static final class Bounded extends Writer {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void write(char[] characters, int start, int length) throws Full {
            text.append(characters, start, Math.min(length, MOST_CHARACTERS - text.length()));
            if (text.length() == MOST_CHARACTERS) {
                throw new Full();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
