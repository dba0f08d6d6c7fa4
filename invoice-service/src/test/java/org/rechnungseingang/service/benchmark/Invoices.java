package org.rechnungseingang.service.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Invoices that differ in their number alone, made from a sample. */
final class Invoices {

    private static final String NUMBER = "@NUMBER@";
    private static final Pattern ATTACHED = Pattern.compile("<cbc:EmbeddedDocumentBinaryObject[^>]*>([^<]*)");

    private final String template;
    private final AtomicInteger used;

    private Invoices(String template, AtomicInteger used) {
        this.template = template;
        this.used = used;
    }

    /** Made from that file, UBL or CII. */
    static Invoices like(Path sample) throws IOException {
        return new Invoices(
                Files.readString(sample).replaceFirst("(<cbc:ID>|<ram:ID>)[^<]+", "$1" + NUMBER), new AtomicInteger());
    }

    /** The same with this text instead of that one. */
    Invoices with(String text, String instead) {
        return new Invoices(template.replace(text, instead), used);
    }

    /** Grown to about so many bytes by the file attached first: random bytes in Base64, which do not compress to nothing. */
    Invoices grownTo(int bytes) {
        Matcher content = ATTACHED.matcher(template);
        if (!content.find()) {
            throw new IllegalArgumentException("The sample has no file attached");
        }
        int room = bytes - template.length() + content.end(1) - content.start(1);
        byte[] random = new byte[room / 4 * 3];
        new Random(bytes).nextBytes(random);
        return new Invoices(
                template.substring(0, content.start(1))
                        + Base64.getEncoder().encodeToString(random)
                        + template.substring(content.end(1)),
                used);
    }

    /** So many that nobody has seen before. */
    List<byte[]> next(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        template.replace(NUMBER, "BM-" + used.incrementAndGet()).getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
