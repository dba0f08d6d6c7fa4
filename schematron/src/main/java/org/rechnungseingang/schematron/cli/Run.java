package org.rechnungseingang.schematron.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.rechnungseingang.schematron.Outcome;

/** Checks one file after the other. */
record Run(
        Check check, Report report, Progress progress, Language language, InputStream standardInput, PrintWriter err) {

    /** More than any document may have, so that the validator says which bound it breaks. */
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    /** The exit code: that of the worst file. */
    int check(Inputs inputs) {
        int worst = CheckCommand.ACCEPTED;
        for (Inputs.Unread unread : inputs.unread()) {
            worst = Math.max(worst, unread(unread.file(), unread.reason()));
        }
        int done = 0;
        for (String file : inputs.files()) {
            progress.at(done++, file);
            worst = Math.max(worst, check(file));
        }
        progress.clear();
        report.end();
        return worst;
    }

    private int check(String file) {
        try {
            Checked checked = check.check(read(file));
            progress.clear();
            report.add(file, checked);
            return code(checked.verdict().outcome());
        } catch (IOException | InvalidPathException e) {
            return unread(file, Inputs.reason(e));
        }
    }

    private int unread(String file, Phrase reason) {
        progress.clear();
        err.println(Printable.of(file) + ": " + language.of(reason));
        report.unread(file, language.of(reason));
        return CheckCommand.UNREADABLE;
    }

    private static int code(Outcome outcome) {
        return switch (outcome) {
            case ACCEPT -> CheckCommand.ACCEPTED;
            case ERROR -> CheckCommand.FAILED;
            case REJECT, SCHEMA_INVALID, NOT_WELLFORMED, NO_RULE_SET, REFUSED -> CheckCommand.NOT_ACCEPTED;
        };
    }

    private byte[] read(String file) throws IOException {
        if (file.equals(Inputs.STANDARD_INPUT)) {
            return standardInput.readNBytes(MOST_BYTES);
        }
        try (InputStream stream = Files.newInputStream(Path.of(file))) {
            return stream.readNBytes(MOST_BYTES);
        }
    }
}
