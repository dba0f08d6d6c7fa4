package org.rechnungseingang.service.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Invoices that differ in their number alone, made from a sample. */
final class Invoices {

    private static final String NUMBER = "@NUMBER@";

    private final String template;
    private int used;

    private Invoices(String template) {
        this.template = template;
    }

    /** Made from that file, UBL or CII. */
    static Invoices like(Path sample) throws IOException {
        return new Invoices(Files.readString(sample).replaceFirst("(<cbc:ID>|<ram:ID>)[^<]+", "$1" + NUMBER));
    }

    /** So many that nobody has seen before. */
    List<byte[]> next(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> template.replace(NUMBER, "BM-" + ++used).getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
