package org.rechnungseingang.service.benchmark;

import java.io.IOException;
import java.util.Arrays;

/** Runs the benchmark that is named, or both. Arguments: "upload", "mailbox" or "all"; then those of that benchmark. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) throws IOException {
        String which = arguments[0];
        String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        if (!which.equals("mailbox")) {
            UploadBenchmark.main(which.equals("all") ? first(rest) : rest);
        }
        if (!which.equals("upload")) {
            MailboxBenchmark.main(which.equals("all") ? first(rest) : rest);
        }
    }

    private static String[] first(String[] arguments) {
        return Arrays.copyOf(arguments, 1);
    }
}
