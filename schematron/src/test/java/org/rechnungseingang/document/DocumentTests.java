package org.rechnungseingang.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.ext.DefaultHandler2;
import org.xml.sax.helpers.DefaultHandler;

class DocumentTests {

    private static Document document(String text) {
        return Document.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Parsing parse(String text) {
        return document(text).parse(new DefaultHandler());
    }

    @Test
    void handsElementsAndCommentsOn() {
        List<String> events = new ArrayList<>();
        Parsing parsing = document("<a>x<!--c-->y<?p i?></a>").parse(new DefaultHandler2() {
            @Override
            public void startElement(String uri, String localName, String qName, Attributes attributes) {
                events.add("<" + localName);
            }

            @Override
            public void characters(char[] text, int start, int length) {
                events.add(new String(text, start, length));
            }

            @Override
            public void comment(char[] text, int start, int length) {
                events.add("!" + new String(text, start, length));
            }

            @Override
            public void processingInstruction(String target, String data) {
                events.add("?" + target);
            }
        });
        assertThat(parsing).isEqualTo(new Parsing.WellFormed());
        assertThat(events).containsExactly("<a", "x", "!c", "y", "?p");
    }

    @Test
    void stopsWhenTheHandlerHasEnough() {
        Parsing parsing = document("<a><b></a>").parse(new DefaultHandler() {
            @Override
            public void startElement(String uri, String localName, String qName, Attributes attributes)
                    throws SAXException {
                throw new Enough();
            }
        });
        assertThat(parsing).isEqualTo(new Parsing.Stopped());
    }

    @Test
    void callsAFaultOfTheHandlerABug() {
        assertThatIllegalStateException()
                .isThrownBy(() -> document("<a/>").parse(new DefaultHandler() {
                    @Override
                    public void endDocument() throws SAXException {
                        throw new SAXException("bug");
                    }
                }));
    }

    @Test
    void callsALongNameWithoutItsEndNotWellFormed() {
        assertThat(parse("<" + "x".repeat(40) + "></a>")).isInstanceOf(Parsing.NotWellFormed.class);
        assertThat(parse("<a><b:" + "x".repeat(200) + "></a>")).isInstanceOf(Parsing.NotWellFormed.class);
    }

    @Test
    void saysWhereItIsNotWellFormed() {
        assertThat(parse("<a>\n  <b></a>")).isInstanceOfSatisfying(Parsing.NotWellFormed.class, fault -> {
            assertThat(fault.line()).isEqualTo(2);
            assertThat(fault.column()).isEqualTo(8);
            assertThat(fault.text()).contains("\"b\"");
        });
    }

    @Test
    void speaksTheSameLanguageInEveryCountry() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(parse("<a><b></a>").toString()).contains("must be terminated");
            assertThat(parse("<!DOCTYPE a><a/>")).isInstanceOf(Parsing.Refused.class);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void leavesDigitsAloneThatNobodyComputesWith() {
        assertThat(parse("<ID>" + "1".repeat(1_000) + "</ID>")).isEqualTo(new Parsing.WellFormed());
        assertThat(parse("<Amount>" + "1".repeat(20) + "</Amount>")).isEqualTo(new Parsing.WellFormed());
        assertThat(parse("<Amount>" + "1".repeat(21) + "</Amount>")).isInstanceOf(Parsing.Refused.class);
        assertThat(parse("<a b='" + "1".repeat(1_001) + "'/>")).isInstanceOf(Parsing.Refused.class);
    }

    @Test
    void takesTheSizeAsAParameter() {
        byte[] bytes = "<a/>".getBytes(StandardCharsets.UTF_8);
        assertThat(Document.of(bytes, atMost(4)).parse(new DefaultHandler())).isEqualTo(new Parsing.WellFormed());
        assertThat(Document.of(bytes, atMost(3)).parse(new DefaultHandler()))
                .isInstanceOfSatisfying(
                        Parsing.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("size"));
        assertThatIllegalArgumentException().isThrownBy(() -> atMost(0));
    }

    private static Bounds atMost(int bytes) {
        return new Bounds(bytes, 64, 64, 256, 1_000, 1_000, 20, 1_000, 1_000, 1_000);
    }

    @Test
    void doesNotSeeLaterChangesOfTheArray() {
        byte[] bytes = "<a/>".getBytes(StandardCharsets.UTF_8);
        Document document = Document.of(bytes);
        bytes[0] = 'x';
        assertThat(document.parse(new DefaultHandler())).isEqualTo(new Parsing.WellFormed());
    }

    @Test
    void hasAWordInBothLanguagesForEveryRefusal() {
        for (Refusal refusal : Refusal.values()) {
            assertThat(refusal.refused().code()).matches("[a-z0-9-]+");
            assertThat(refusal.refused().text())
                    .isNotBlank()
                    .isNotEqualTo(refusal.refused().english());
        }
    }
}
