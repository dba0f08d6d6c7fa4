package org.rechnungseingang.document;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;

/**
 * The process that reads PDFs, seen from inside: a PDF comes in on standard input, a result goes out on standard output,
 * and after an invoice the text of its pages, until the input ends, which it does also when the parent dies.
 */
final class PdfExtractionWorker {

    private PdfExtractionWorker() {}

    /** @param arguments the limits: size of a PDF, size of an embedded invoice, both in bytes; attachments */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int pdfBytes = Integer.parseInt(arguments[0]);
        PdfExtractionReader reader =
                new PdfExtractionReader(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out));
        // Nothing else may write between the frames.
        System.setOut(System.err);
        BlockingQueue<byte[]> pdfs = new SynchronousQueue<>();
        Thread input = new Thread(() -> receive(pdfs, pdfBytes), "input");
        input.setDaemon(true);
        input.start();
        out.writeByte('R');
        out.flush();
        while (true) {
            byte[] pdf = pdfs.take();
            PdfExtractionResult result = reader.read(pdf);
            PdfExtractionFrame.write(out, result);
            if (result instanceof PdfExtractionResult.Found) {
                // The invoice has gone out before: whatever happens over the pages, it is safe.
                PdfExtractionFrame.writeText(out, PdfExtractionText.of(pdf));
            }
        }
    }

    /** Waits on the input also while a PDF is read, so that no process outlives its parent over an endless PDF. */
    private static void receive(BlockingQueue<byte[]> pdfs, int pdfBytes) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(System.in))) {
            while (true) {
                int length = in.readInt();
                if (length < 0 || length > pdfBytes) {
                    break;
                }
                byte[] pdf = new byte[length];
                in.readFully(pdf);
                pdfs.put(pdf);
            }
        } catch (IOException | InterruptedException e) {
            // The parent has gone or has closed the input: there is nobody to tell.
        }
        Runtime.getRuntime().halt(0);
    }
}
