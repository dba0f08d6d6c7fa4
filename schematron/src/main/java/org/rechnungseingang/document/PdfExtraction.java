package org.rechnungseingang.document;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.rechnungseingang.document.PdfExtractionResult.Limit;
import org.rechnungseingang.document.PdfExtractionResult.OverLimit;

/**
 * Takes the invoice out of a PDF (ZUGFeRD, Factur-X). PDFs come from strangers, so they are opened in processes of their
 * own with little memory and a time limit. The processes stay for the next PDF; one that dies or takes too long is
 * replaced. Thread-safe; callers wait for a free process.
 */
public final class PdfExtraction implements AutoCloseable {

    private final PdfExtractionLimits limits;
    private final PdfExtractionCommand command;
    private final Semaphore permits;
    private final Deque<PdfExtractionProcess> idle = new ArrayDeque<>();
    private boolean closed;

    private PdfExtraction(PdfExtractionLimits limits, int processes, Path java) {
        this.limits = limits;
        this.command = PdfExtractionCommand.here(java, limits);
        this.permits = new Semaphore(processes, true);
    }

    /** With the default limits and one process, which starts when the first PDF comes. */
    public static PdfExtraction create() {
        return create(PdfExtractionLimits.DEFAULT, 1);
    }

    /** With these limits and at most so many processes, which start when they are needed. */
    public static PdfExtraction create(PdfExtractionLimits limits, int processes) {
        return create(limits, processes, Path.of(System.getProperty("java.home"), "bin", "java"));
    }

    /** As {@link #create(PdfExtractionLimits, int)}, with processes of that Java. */
    public static PdfExtraction create(PdfExtractionLimits limits, int processes, Path java) {
        return new PdfExtraction(limits, processes, java);
    }

    /**
     * Looks for the invoice in the PDF; never throws for what the PDF contains.
     *
     * @throws ExtractionFailed if a process cannot be started, is ended from outside or takes too long, which says
     *     nothing about the PDF
     * @throws IllegalStateException if this was closed
     */
    public PdfExtractionResult extract(byte[] pdf) {
        if (pdf.length > limits.pdfBytes()) {
            return new OverLimit(Limit.SIZE);
        }
        permits.acquireUninterruptibly();
        return permitted(pdf);
    }

    /**
     * The same, but waits no longer than that for a free process.
     *
     * @return empty if all processes were at work all the time, or the thread was interrupted
     */
    public Optional<PdfExtractionResult> extract(byte[] pdf, Duration patience) {
        if (pdf.length > limits.pdfBytes()) {
            return Optional.of(new OverLimit(Limit.SIZE));
        }
        try {
            return permits.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)
                    ? Optional.of(permitted(pdf))
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private PdfExtractionResult permitted(byte[] pdf) {
        try {
            return ask(pdf);
        } catch (PdfExtractionProcess.Died e) {
            // It may have died while nobody was looking: the PDF gets a second chance, but not a third.
            return ask(pdf);
        } finally {
            permits.release();
        }
    }

    private PdfExtractionResult ask(byte[] pdf) {
        PdfExtractionProcess process = take();
        try {
            return process.ask(pdf, limits);
        } finally {
            giveBack(process);
        }
    }

    private PdfExtractionProcess take() {
        synchronized (idle) {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            PdfExtractionProcess process = idle.poll();
            if (process != null) {
                return process;
            }
        }
        try {
            return PdfExtractionProcess.start(command);
        } catch (IOException e) {
            throw new ExtractionNotStarted(e);
        }
    }

    private void giveBack(PdfExtractionProcess process) {
        synchronized (idle) {
            if (closed || !process.isAlive()) {
                process.close();
            } else {
                idle.push(process);
            }
        }
    }

    /** The processes that wait for a PDF. */
    List<Long> idleProcesses() {
        synchronized (idle) {
            return idle.stream().map(PdfExtractionProcess::pid).toList();
        }
    }

    /** Ends the processes. */
    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            idle.forEach(PdfExtractionProcess::close);
            idle.clear();
        }
    }
}
