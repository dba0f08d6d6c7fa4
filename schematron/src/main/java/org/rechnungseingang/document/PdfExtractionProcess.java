package org.rechnungseingang.document;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.rechnungseingang.document.PdfExtractionResult.Found;
import org.rechnungseingang.document.PdfExtractionResult.Limit;
import org.rechnungseingang.document.PdfExtractionResult.OverLimit;

/** One process that reads PDFs, seen from outside. */
final class PdfExtractionProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    /** For the text of the pages, after the invoice has been found. */
    private static final Duration TEXT = Duration.ofSeconds(10);

    /** What a JVM started with {@code -XX:+ExitOnOutOfMemoryError} leaves with. */
    private static final int OUT_OF_MEMORY = 3;

    /** Without them a JVM does not understand umlauts in its class path. */
    private static final Set<String> LOCALE = Set.of("LANG", "LC_ALL", "LC_CTYPE");

    private final Process process;
    private final DataOutputStream toProcess;
    private final DataInputStream fromProcess;

    private PdfExtractionProcess(Process process) {
        this.process = process;
        this.toProcess = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.fromProcess = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /** Starts a process and waits until it says that it is ready. */
    static PdfExtractionProcess start(PdfExtractionCommand command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.words());
        // What reads hostile files gets no secrets, and the environment is where they are.
        builder.environment().keySet().retainAll(LOCALE);
        // Spring Boot's launcher obeys a file loader.properties in its folder: it must not be one that anybody can
        // write.
        builder.directory(Path.of(System.getProperty("java.home")).toFile());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        PdfExtractionProcess started = new PdfExtractionProcess(builder.start());
        Alarm alarm = started.alarmAfter(START);
        try {
            started.fromProcess.readByte();
        } catch (IOException e) {
            started.close();
            throw e;
        } finally {
            alarm.stop();
        }
        return started;
    }

    /** It ended while it had a PDF, and nobody here has ended it. */
    static final class Died extends ExtractionFailed {

        private static final long serialVersionUID = 1;

        Died(int exit) {
            super("the process that reads PDFs ended over this one, exit code " + exit);
        }
    }

    /**
     * Hands over a PDF and waits for the answer; kills the process when it takes too long. An invoice that was found
     * stays found when its pages cannot be read.
     *
     * @throws ExtractionFailed if it took too long
     * @throws Died if the process ended
     */
    PdfExtractionResult ask(byte[] pdf, PdfExtractionLimits limits) {
        PdfExtractionResult result = answer(pdf, limits);
        return result instanceof Found found ? found.withText(text()) : result;
    }

    private String text() {
        Alarm alarm = alarmAfter(TEXT);
        try {
            return PdfExtractionFrame.readText(fromProcess);
        } catch (IOException e) {
            close();
            exitCode();
            return "";
        } finally {
            alarm.stop();
        }
    }

    private PdfExtractionResult answer(byte[] pdf, PdfExtractionLimits limits) {
        Alarm alarm = alarmAfter(limits.time());
        try {
            toProcess.writeInt(pdf.length);
            toProcess.write(pdf);
            toProcess.flush();
            return PdfExtractionFrame.read(fromProcess, limits.xmlBytes());
        } catch (IOException e) {
            return death(alarm.hasRung(), limits);
        } finally {
            alarm.stop();
        }
    }

    private PdfExtractionResult death(boolean tooLong, PdfExtractionLimits limits) {
        int exit = exitCode();
        if (tooLong) {
            throw new ExtractionFailed("the process that reads PDFs took longer than %d s"
                    .formatted(limits.time().toSeconds()));
        }
        // The process has the same little memory on every machine: what does not fit is the PDF's doing.
        if (exit == OUT_OF_MEMORY) {
            return new OverLimit(Limit.MEMORY);
        }
        throw new Died(exit);
    }

    /** A pipe breaks a moment before the process is gone; one that stays nevertheless is no use any more. */
    private int exitCode() {
        boolean interrupted = false;
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        close();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            interrupted = true;
            return -1;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private Alarm alarmAfter(Duration time) {
        Alarm alarm = new Alarm(time);
        alarm.start();
        return alarm;
    }

    /** Kills the process when the time is up: a blocked read of a pipe has no time limit of its own. */
    private final class Alarm {

        private final AtomicBoolean done = new AtomicBoolean();
        private volatile boolean rung;
        private final Thread thread;

        Alarm(Duration time) {
            this.thread = new Thread(() -> ringAfter(time), "pdf-extraction-alarm");
            this.thread.setDaemon(true);
        }

        void start() {
            thread.start();
        }

        void stop() {
            done.set(true);
            thread.interrupt();
        }

        boolean hasRung() {
            return rung;
        }

        private void ringAfter(Duration time) {
            try {
                TimeUnit.NANOSECONDS.sleep(time.toNanos());
            } catch (InterruptedException e) {
                return;
            }
            if (done.compareAndSet(false, true)) {
                rung = true;
                process.destroyForcibly();
            }
        }
    }
}
