package org.rechnungseingang.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.rechnungseingang.document.PdfExtractionResult.Encrypted;
import org.rechnungseingang.document.PdfExtractionResult.Found;
import org.rechnungseingang.document.PdfExtractionResult.Limit;
import org.rechnungseingang.document.PdfExtractionResult.NoInvoice;
import org.rechnungseingang.document.PdfExtractionResult.OverLimit;
import org.rechnungseingang.document.PdfExtractionResult.SeveralInvoices;
import org.rechnungseingang.document.PdfExtractionResult.Unreadable;

/** Opens PDFs; runs in a process of its own only. */
final class PdfExtractionReader {

    /** The names ZUGFeRD and Factur-X gave the embedded invoice over the years, in lower case. */
    private static final Set<String> INVOICE_NAMES = Set.of("factur-x.xml", "xrechnung.xml", "zugferd-invoice.xml");

    private final int mostBytes;
    private final int mostAttachments;

    PdfExtractionReader(int mostBytes, int mostAttachments) {
        this.mostBytes = mostBytes;
        this.mostAttachments = mostAttachments;
    }

    PdfExtractionResult read(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(
                new RandomAccessReadBuffer(pdf), "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            return read(document.getDocumentCatalog().getCOSObject());
        } catch (InvalidPasswordException e) {
            return new Encrypted();
        } catch (TooLarge e) {
            return new OverLimit(Limit.SIZE);
        } catch (StackOverflowError e) {
            return new OverLimit(Limit.MEMORY);
        } catch (IOException | RuntimeException e) {
            return new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private PdfExtractionResult read(COSDictionary catalog) throws IOException {
        List<Found> invoices = new ArrayList<>();
        int attachments = 0;
        for (PdfExtractionFiles.Embedded file : new PdfExtractionFiles(catalog).list()) {
            if (!INVOICE_NAMES.contains(file.name().toLowerCase(Locale.ROOT))) {
                attachments++;
            } else {
                Found invoice = new Found(file.name(), unpack(file.stream()));
                if (invoices.stream().noneMatch(other -> Arrays.equals(other.xml(), invoice.xml()))) {
                    invoices.add(invoice);
                }
            }
        }
        if (attachments > mostAttachments) {
            return new OverLimit(Limit.ATTACHMENTS);
        }
        return switch (invoices.size()) {
            case 0 -> new NoInvoice();
            case 1 -> invoices.get(0);
            default -> new SeveralInvoices(invoices.stream().map(Found::name).toList());
        };
    }

    private byte[] unpack(COSStream stream) throws IOException {
        try (InputStream content = open(stream)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                if (bytes.size() + n > mostBytes) {
                    throw new TooLarge();
                }
                bytes.write(buffer, 0, n);
            }
            return bytes.toByteArray();
        }
    }

    /**
     * PDFBox unpacks a stream as a whole before one sees the first byte. The one kind of packing that is in use is
     * unpacked bit by bit instead; whatever else comes meets the limit of memory.
     */
    private static InputStream open(COSStream stream) throws IOException {
        COSBase filters = stream.getFilters();
        COSBase only = filters instanceof COSArray list && list.size() == 1 ? list.getObject(0) : filters;
        boolean flate = COSName.FLATE_DECODE.equals(only) && stream.getDictionaryObject(COSName.DECODE_PARMS) == null;
        return flate ? new InflaterInputStream(stream.createRawInputStream()) : stream.createInputStream();
    }

    /** The embedded invoice is larger than it may be. */
    static final class TooLarge extends IOException {
        TooLarge() {
            super("too large");
        }
    }
}
