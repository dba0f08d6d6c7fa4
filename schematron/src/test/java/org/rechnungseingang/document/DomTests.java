package org.rechnungseingang.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomTests {

    private static final Path SAMPLES =
            Path.of(System.getProperty("basedir", ".")).resolve("../samples/good");

    @ParameterizedTest
    @MethodSource
    void isTheTreeThatTheJdkMakes(Path sample) throws Exception {
        byte[] bytes = Files.readAllBytes(sample);

        assertThat(Dom.of(bytes, Bounds.DEFAULT).orElseThrow().isEqualNode(byJdk(bytes)))
                .isTrue();
    }

    static List<Path> isTheTreeThatTheJdkMakes() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a xmlns='urn:a' xmlns:b='urn:b' b:c='1' d=' x&#10;y '><b:e/><f xmlns=''>1<![CDATA[<2>]]>3<!-- no -->4</f></a>",
                "<?one two?><a>\r\n<?three four?>&amp;&#x20AC;</a><?five?>",
                "<S:a xmlns:S='urn:s'><S:a xmlns:S='urn:t' S:b='&quot;'/></S:a>"
            })
    void isTheTreeThatTheJdkMakesOfWhatIsUnusual(String xml) throws Exception {
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);

        assertThat(Dom.of(bytes, Bounds.DEFAULT).orElseThrow().isEqualNode(byJdk(bytes)))
                .isTrue();
    }

    @Test
    void isNoneOfWhatIsNotWellFormedOrBreaksABound() {
        Bounds narrow = new Bounds(1_000, 2, 8, 32, 100, 100, 10, 10, 0, 0);

        assertThat(Dom.of("<a><b></a>".getBytes(StandardCharsets.UTF_8), narrow))
                .isEmpty();
        assertThat(Dom.of("<a><b><c/></b></a>".getBytes(StandardCharsets.UTF_8), narrow))
                .isEmpty();
        assertThat(Dom.of("<!DOCTYPE a><a/>".getBytes(StandardCharsets.UTF_8), narrow))
                .isEmpty();
    }

    private static org.w3c.dom.Document byJdk(byte[] bytes) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setIgnoringComments(true);
        factory.setCoalescing(true);
        org.w3c.dom.Document tree = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        tree.normalize();
        return tree;
    }
}
