package org.rechnungseingang.schematron.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Where the report goes: standard output, or a file that is opened when the first word is to be written. */
final class Output implements AutoCloseable {

    /** The file cannot be written. */
    static final class CannotWrite extends RuntimeException {

        private static final long serialVersionUID = 1;

        CannotWrite(Exception cause) {
            super(cause);
        }
    }

    private final Optional<Path> file;
    private final PrintWriter standard;
    private final Terminal terminal;
    private Optional<PrintWriter> opened = Optional.empty();

    private Output(Optional<Path> file, PrintWriter standard, Terminal terminal) {
        this.file = file;
        this.standard = standard;
        this.terminal = terminal;
    }

    static Output of(Optional<String> file, PrintWriter standard, Terminal terminal) {
        try {
            return new Output(file.map(Path::of), standard, terminal);
        } catch (InvalidPathException e) {
            throw new CannotWrite(e);
        }
    }

    /** What the report may reckon with; a file is none. */
    Terminal terminal() {
        return file.isPresent() ? Terminal.NONE : terminal;
    }

    boolean overwrites(String input) {
        try {
            return !input.equals(Inputs.STANDARD_INPUT)
                    && file.isPresent()
                    && Files.exists(file.get())
                    && Files.isSameFile(file.get(), Path.of(input));
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }

    PrintWriter writer() {
        if (file.isEmpty()) {
            return standard;
        }
        try {
            PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file.get(), StandardCharsets.UTF_8));
            opened = Optional.of(writer);
            return writer;
        } catch (IOException e) {
            throw new CannotWrite(e);
        }
    }

    @Override
    public void close() {
        opened.ifPresent(PrintWriter::close);
    }
}
