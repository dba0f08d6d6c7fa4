package org.rechnungseingang.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.rechnungseingang.document.Likeness.LEFT;
import static org.rechnungseingang.document.Likeness.PLAIN;
import static org.rechnungseingang.document.Likeness.REFUSED;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Each fact is held against the JDK's parser, events, lines and columns included. */
class PlainDocumentTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a/>",
                "\ufeff<a/>",
                "\ufeff<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\n<a/>\n",
                "<?xml version=\"1.0\" encoding=\"US-ASCII\"?><a>&#228;</a>",
                "<a>\u007f\u0085\u2028\ud7ff\ue000\ufffd\ud800\udc00\udbff\udfff</a>",
                "<a>&amp;&lt;&gt;&quot;&apos;&#x10FFFF;&#9;&#13;&#xd;&#32;]]&gt;]] ></a>",
                "<a b='&#9;&#10;&#13;\t\n \r\n\"&lt;>' c=\"'\"/>",
                "<a\r\n b = '1'\tc\n=\n'2'\n></a\r\n>",
                "<a>\r\nb\r\n<![CDATA[\r\n<&]]]]]><![CDATA[]]>\r\n<!--\r\n-\r\n--><?p \r\n q\r\n?></a>",
                "<!-- - --><?p?><a/><?p ?? ?><!----><?xml-model x?>",
                "<a xmlns='urn:a' xmlns:b='urn:b'><b:c b:d='1' d='2' xml:lang='de'/><c xmlns=''><d xmlns='urn:c'/></c></a>",
                "<a xmlns:b='urn:1'><b:c xmlns:b='urn:2'/><b:c/></a>",
                "<xml:a/>",
                "<_-.1/>"
            })
    void takes(String document) {
        assertThat(Likeness.of(document)).isEqualTo(PLAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version='1.0' encoding='ISO-8859-1'?><a/>",
                "<?xml version='1.0'\nencoding='UTF-8'?><a/>",
                "<?xml version = '1.0'?><a/>",
                "<?xml  version='1.0'?><a/>",
                "<?xml-model x?><a/>",
                "<gr\u00f6\u00dfe/>",
                "<a xmlns='urn:\u00e4'/>",
                "<a xmlns='urn:&amp;'/>",
                "<a xmlns='\n'/>",
                "<a>\r</a>",
                "<a b='\r'/>",
                "<a\r/>",
                "<a>&#49;</a>",
                "<a>&#000000065;</a>",
                "<a xmlns:xml='http://www.w3.org/XML/1998/namespace'/>"
            })
    void leavesToTheJdk(String document) {
        assertThat(Likeness.of(document)).isEqualTo(LEFT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<",
                "<a",
                "<a>",
                "<a></b>",
                "<a></a",
                "<a/",
                "<a/><b/>",
                "<a/>b",
                "b<a/>",
                " <?xml version='1.0'?><a/>",
                "<?xml version='1.0\"?><a/>",
                "<?xml version='1.0' standalone='maybe'?><a/>",
                "<?xml encoding='UTF-8'?><a/>",
                "<?xml version='1.0' encoding='US-ASCII'?><a>\u00e4</a>",
                "<a/>\u0000",
                "<a>\u0000</a>",
                "<a>\u001f</a>",
                "<a>\ufffe</a>",
                "<a>]]></a>",
                "<a><![CDATA[</a>",
                "<a><![CDATA[]></a>",
                "<![CDATA[a]]><a/>",
                "<a><!-- -- --></a>",
                "<a><!-- ---></a>",
                "<a><!--></a>",
                "<a><!- ></a>",
                "<a><?p></a>",
                "<a><?p'x'?></a>",
                "<a><? p?></a>",
                "<a><?XmL p?></a>",
                "<a>&</a>",
                "<a>&amp</a>",
                "<a>&amp ;</a>",
                "<a>&b;</a>",
                "<a>&#;</a>",
                "<a>&#x;</a>",
                "<a>&#X41;</a>",
                "<a>&#-65;</a>",
                "<a>&#0;</a>",
                "<a>&#xd800;</a>",
                "<a>&#xffff;</a>",
                "<a>&#x110000;</a>",
                "<a>&#x100000041;</a>",
                "<a b/>",
                "<a b=/>",
                "<a b=c/>",
                "<a b='c/>",
                "<a b='<'/>",
                "<a b='&'/>",
                "<a b='1'c='2'/>",
                "<a b='1' b='2'/>",
                "<a / >",
                "<a></ a>",
                "< a/>",
                "<1/>",
                "<-/>",
                "<a:/>",
                "<a:b:c xmlns:a='urn:a'/>",
                "<a xmlns:b='urn:b' b:1='c'/>",
                "<a:b/>",
                "<a b:c='d'/>",
                "<a><b xmlns:c='urn:c'/><c:d/></a>",
                "<a xmlns:b=''/>",
                "<a xmlns:b='1' xmlns:b='2'/>",
                "<a xmlns='1' xmlns='2'/>",
                "<a xmlns:b='1' xmlns:c='1' b:d='' c:d=''/>",
                "<a xmlns:xml='urn:a'/>",
                "<a xmlns:xmlns='urn:a'/>",
                "<a xmlns:b='http://www.w3.org/XML/1998/namespace'/>",
                "<a xmlns='http://www.w3.org/2000/xmlns/'/>",
                "<xmlns:a/>",
                "<!DOCTYPE a><a/>",
                "<a><!DOCTYPE a></a>"
            })
    void refuses(String document) {
        assertThat(Likeness.of(document)).isEqualTo(REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "c3",
                "c0 80",
                "c1 bf",
                "e0 80 80",
                "e0 9f bf",
                "ed a0 80",
                "ed bf bf",
                "ef bf be",
                "ef bf bf",
                "f0 80 80 80",
                "f0 8f bf bf",
                "f4 90 80 80",
                "f5 80 80 80",
                "f8 88 80 80 80",
                "fe",
                "ff",
                "e2 82",
                "f0 9f 98"
            })
    void refusesBytesThatAreNoCharacters(String bytes) {
        String raw = IntStream.of(List.of(bytes.split(" ")).stream()
                        .mapToInt(hex -> Integer.parseInt(hex, 16))
                        .toArray())
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        for (String document :
                List.of("<a>" + raw + "</a>", "<a b='" + raw + "'/>", "<a/><!--" + raw + "-->", "<a/>" + raw)) {
            assertThat(Likeness.of(document.getBytes(StandardCharsets.ISO_8859_1), Bounds.DEFAULT))
                    .isEqualTo(REFUSED);
        }
    }

    @Test
    void holdsTheBounds() {
        assertBound(64, depth -> "<a>".repeat(depth) + "</a>".repeat(depth));
        assertBound(64, attributes -> "<a" + numbered(attributes, " b%d=''") + "/>");
        assertBound(64, declarations -> "<a" + numbered(declarations, " xmlns:b%d='c'") + "/>");
        assertBound(256, name -> "<" + "a".repeat(name) + "/>");
        assertBound(256, name -> "<a " + "b".repeat(name) + "=''/>");
        assertBound(256, name -> "<?" + "a".repeat(name) + "?><b/>");
        assertBound(500_000, elements -> "<a>" + "<element/>".repeat(elements - 1) + "</a>");
        assertBound(100_000, comments -> "<a/>" + "<!---->".repeat(comments));
        assertBound(1_000, instructions -> "<a/>" + "<?p?>".repeat(instructions));
    }

    @Test
    void holdsTheBoundsOfDigits() {
        assertBound(20, digits -> "<Amount>" + "1".repeat(digits) + "</Amount>");
        assertBound(20, digits -> "<a:Rate xmlns:a='b'>-1.<!---->" + "1".repeat(digits - 2) + "<?p?>1</a:Rate>");
        assertBound(1_000, digits -> "<a>" + "1".repeat(digits) + "</a>");
        assertBound(1_000, digits -> "<a>x" + "1".repeat(digits - 2) + "<!--x-->1<![CDATA[1x]]></a>");
        assertBound(1_000, digits -> "<a>" + "x".repeat(5_000) + "1".repeat(digits) + "x".repeat(999) + "</a>");
        assertBound(1_000, digits -> "<a>" + "1".repeat(500) + "<b/>" + "1".repeat(digits) + "</a>");
        assertBound(1_000, digits -> "<a b='x' c='" + "1".repeat(digits) + "'/>");
    }

    private static void assertBound(int most, java.util.function.IntFunction<String> document) {
        assertThat(Likeness.of(document.apply(most))).isEqualTo(PLAIN);
        assertThat(Likeness.of(document.apply(most + 1))).isEqualTo(REFUSED);
    }

    private static String numbered(int count, String text) {
        return IntStream.range(0, count).mapToObj(text::formatted).collect(Collectors.joining());
    }

    @Test
    void takesAsManyReferencesAsThereAre() {
        assertThat(Likeness.of("<a b='" + "&amp;&#228;".repeat(20_000) + "'>" + "&lt;&#xe4;".repeat(20_000) + "</a>"))
                .isEqualTo(PLAIN);
    }

    @Test
    void takesLongTextsInPieces() {
        for (int length : new int[] {2_046, 2_047, 2_048, 2_049, 20_000}) {
            assertThat(Likeness.of("<a>" + "x".repeat(length) + "</a>")).isEqualTo(PLAIN);
            assertThat(Likeness.of("<a>\u00e4" + "x\r\n".repeat(length) + "\ud83d\ude00".repeat(length) + "</a>"))
                    .isEqualTo(PLAIN);
            assertThat(Likeness.of(
                            "<a b='" + "\u00e4\t".repeat(length) + "'><!--" + "\u20ac".repeat(length) + "--></a>"))
                    .isEqualTo(PLAIN);
        }
    }

    @Test
    void leavesDocumentsWithTooManyNamesToTheJdk() {
        assertThat(Likeness.of("<a>" + numbered(900, "<b%d/>") + "</a>")).isEqualTo(PLAIN);
        assertThat(Likeness.of("<a>" + numbered(2_000, "<b%d/>") + "</a>")).isEqualTo(LEFT);
        assertThat(Likeness.of("<a>" + numbered(2_000, "<b xmlns='c%d'/>") + "</a>"))
                .isEqualTo(LEFT);
    }

    @Test
    void leavesDocumentsOfHardlyMoreThanTagsToTheJdk() {
        assertThat(Likeness.of("<a>" + "<element/>".repeat(1_000) + "</a>")).isEqualTo(PLAIN);
        assertThat(Likeness.of("<a>" + "<b/>".repeat(1_000) + "</a>")).isEqualTo(LEFT);
    }

    @Test
    void givesEqualNamesAsOneString() {
        List<String> names = new ArrayList<>();
        Document.of("<p:a xmlns:p='u'><b p:b='c'/><q:b xmlns:q='u'/></p:a>".getBytes(StandardCharsets.UTF_8))
                .parse(new DefaultHandler() {
                    @Override
                    public void startElement(String uri, String localName, String qName, Attributes attributes) {
                        names.add(localName);
                    }
                });
        assertThat(names).containsExactly("a", "b", "b");
        assertThat(names.get(1)).isSameAs(names.get(2));
    }

    @Test
    void treatsWhatTheHandlerThrowsLikeTheJdk() {
        assertThat(thrown(new Enough())).isEqualTo(new Parsing.Stopped());
        assertThat(thrown(new SAXParseException("fault", "", "", 3, 4)))
                .isEqualTo(new Parsing.NotWellFormed(3, 4, "fault"));
        SAXException bug = new SAXException("bug");
        assertThatIllegalStateException().isThrownBy(() -> thrown(bug)).withCause(bug);
    }

    private static Parsing thrown(SAXException reason) {
        return Document.of("<a/>".getBytes(StandardCharsets.UTF_8)).parse(new DefaultHandler() {
            @Override
            public void startElement(String uri, String localName, String qName, Attributes attributes)
                    throws SAXException {
                throw reason;
            }
        });
    }

    @Test
    void refusesADocumentTypeWhereverItStands() {
        byte[] bytes = "<a>b<!DOCTYPE c></a>".getBytes(StandardCharsets.UTF_8);
        assertThat(Document.of(bytes).parse(new DefaultHandler())).isEqualTo(Refusal.DOCTYPE.refused());
    }
}
