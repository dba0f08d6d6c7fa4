package org.rechnungseingang.schematron.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The virtual machine never compiles a method of 8 000 bytecodes or more. */
class MethodSizeTests {

    private static final int LIMIT = 8_000;

    /** A method as javap writes it, and one of its instructions. */
    private static final Pattern METHOD = Pattern.compile("  \\S.*[ .]([^ (]+)\\(.*\\).*;|  (static) \\{};");

    private static final Pattern INSTRUCTION = Pattern.compile(" +([0-9]+): [a-z]\\S*.*");

    @Test
    void everyTranslatedMethodIsSmallEnoughToBeCompiled() throws IOException, URISyntaxException {
        Path folder = Path.of(
                        OfficialRules.class.getResource("OfficialRules.class").toURI())
                .getParent();
        Map<String, Integer> sizes = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.sorted().forEach(file -> sizes.putAll(sizes(file)));
        }

        // They are many: what is read are methods.
        assertThat(sizes).hasSizeGreaterThan(5_000);
        assertThat(sizes)
                .allSatisfy((method, size) -> assertThat(size).as(method).isLessThan(LIMIT));
    }

    /** The place of the last instruction of each method. */
    private static Map<String, Integer> sizes(Path file) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        String method = "";
        for (String line : disassembled(file)) {
            Matcher start = METHOD.matcher(line);
            Matcher instruction = INSTRUCTION.matcher(line);
            if (start.matches()) {
                method = file.getFileName() + " " + (start.group(2) == null ? start.group(1) : start.group(2));
            } else if (instruction.matches()) {
                sizes.merge(method, Integer.valueOf(instruction.group(1)), Math::max);
            }
        }
        return sizes;
    }

    private static List<String> disassembled(Path file) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        int result = ToolProvider.findFirst("javap").orElseThrow().run(out, out, "-p", "-c", file.toString());
        out.flush();
        if (result != 0) {
            throw new UncheckedIOException(new IOException(text.toString()));
        }
        return text.toString().lines().toList();
    }
}
