package org.rechnungseingang.service.benchmark;

import java.io.IOException;
import java.util.Arrays;

/** Runs the benchmark that is named, or all. Arguments: "upload", "mailbox", "peppol" or "all"; then those of that benchmark. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) throws IOException {
        String which = arguments[0];
        boolean all = which.equals("all");
        String[] rest = Arrays.copyOfRange(arguments, 1, all ? 2 : arguments.length);
        if (all || which.equals("upload")) {
            UploadBenchmark.main(rest);
        }
        if (all || which.equals("mailbox")) {
            MailboxBenchmark.main(rest);
        }
        if (all || which.equals("peppol")) {
            MessageBenchmark.main(rest);
        }
    }
}
