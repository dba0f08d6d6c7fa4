package org.rechnungseingang.service.peppol.as4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** However the same envelope is written, the document cut out of it says the same. */
class BusinessDocumentTests {

    private static final String SBDH = "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader";

    private static Stream<String> envelopes() {
        return IntStream.range(0, 300).mapToObj(seed -> new Writing(new Random(seed)).envelope());
    }

    @ParameterizedTest
    @MethodSource("envelopes")
    void cutsOutADocumentOfTheSameContent(String envelope) throws Exception {
        BusinessDocument document = BusinessDocument.of(spool(envelope, StandardCharsets.UTF_8));

        assertThat(Canonical.of(document.document())).isEqualTo(secondChild(envelope));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ISO-8859-1",
                "ISO-8859-15",
                "windows-1252",
                "UTF-16",
                "UTF-16LE",
                "UTF-16BE",
                "UTF-8",
                "US-ASCII"
            })
    void readsOtherEncodings(String encoding) throws Exception {
        String envelope = "<?xml version='1.0' encoding='" + encoding + "'?>"
                + new Writing(new Random(1)).envelope().replaceFirst("^<\\?xml[^>]*\\?>", "");
        Charset charset = Charset.forName(encoding);
        String written = charset.newEncoder().canEncode(envelope)
                ? envelope
                : envelope.replace('ä', 'a').replace('ü', 'u');
        String marked = encoding.startsWith("UTF-16") && encoding.length() > 6 ? "\ufeff" + written : written;

        BusinessDocument document = BusinessDocument.of(spool(marked, charset));

        assertThat(Canonical.of(document.document())).isEqualTo(secondChild(written));
    }

    /** A parser would follow the declaration; so whoever cuts has to, too, or not at all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version='1.0'%s encoding='ISO-8859-1'?>",
                "\ufeff<?xml version='1.0' encoding='ISO-8859-1'?>"
            })
    void refusesAnEncodingThatHides(String declaration) {
        String envelope = declaration.formatted(" ".repeat(300))
                + new Writing(new Random(1)).envelope().replaceFirst("^<\\?xml[^>]*\\?>", "");

        assertThatThrownBy(() -> BusinessDocument.of(spool(envelope, StandardCharsets.UTF_8)))
                .isInstanceOf(MessageRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32", "UTF-32LE", "IBM037", "IBM1047"})
    void refusesAnEncodingThatOnlyAParserGuesses(String encoding) {
        String envelope = "<?xml version='1.0' encoding='" + encoding + "'?>"
                + new Writing(new Random(1)).envelope().replaceFirst("^<\\?xml[^>]*\\?>", "");

        assertThatThrownBy(() -> BusinessDocument.of(spool(envelope, Charset.forName(encoding))))
                .isInstanceOf(MessageRefused.class);
    }

    @Test
    void takesAByteOrderMark() throws Exception {
        String envelope = new Writing(new Random(1)).envelope();

        BusinessDocument document = BusinessDocument.of(spool("\ufeff" + envelope, StandardCharsets.UTF_8));

        assertThat(Canonical.of(document.document())).isEqualTo(secondChild(envelope));
    }

    @Test
    void readsTheHeader() {
        BusinessDocument document =
                BusinessDocument.of(spool(new Writing(new Random(2)).envelope(), StandardCharsets.UTF_8));

        assertThat(document.sender()).isEqualTo(new BusinessDocument.Identifier("iso6523-actorid-upis", "0088:1"));
        assertThat(document.receiver()).isEqualTo(new BusinessDocument.Identifier("iso6523-actorid-upis", "0204:2"));
        assertThat(document.instanceId()).isEqualTo("one & only");
        assertThat(document.scope("DOCUMENTID")).contains(new BusinessDocument.Scope("a::b##c", "busdox"));
        assertThat(document.root()).isEqualTo(new BusinessDocument.QualifiedName("urn:d", "Doc"));
    }

    private static String secondChild(String envelope) throws Exception {
        Element root = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        envelope.replaceFirst("^<\\?xml[^>]*\\?>", "").getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        List<Element> children = Nodes.children(root);
        assertThat(root.getNamespaceURI()).isEqualTo(SBDH);
        return Canonical.of(children.get(1));
    }

    private static Spool spool(String text, Charset charset) {
        return Spool.of(text.getBytes(charset));
    }
}
