package org.rechnungseingang.schematron;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.document.Parsing;
import org.xml.sax.Attributes;
import org.xml.sax.ext.DefaultHandler2;

/** Only the white space between tags goes. */
class UnindentedTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
                    <a> <b/>  <b/> </a>|<a><b></b><b></b></a>
                    <a>&#10;<b>  </b>&#9;</a>|<a><b>  </b></a>
                    <a> 1 </a>|<a> 1 </a>
                    <a> &#32;1<b/> </a>|<a>  1<b></b></a>
                    <a> <!--c--> </a>|<a> <!--c--> </a>
                    <a>x<b/> y </a>|<a>x<b></b> y </a>
                    <a>&#160;<b/></a>|<a>\u00a0<b></b></a>
                    <a> <![CDATA[ ]]></a>|<a>  </a>""")
    void leavesOutWhatIsBetweenTags(String xml, String left) {
        Written written = new Written();
        Parsing parsing = Document.of(xml.getBytes(StandardCharsets.UTF_8)).parse(new Unindented(written));
        assertThat(parsing).isInstanceOf(Parsing.WellFormed.class);
        assertThat(written.text).hasToString(left);
    }

    private static final class Written extends DefaultHandler2 {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void startElement(String uri, String localName, String qName, Attributes attributes) {
            text.append('<').append(qName).append('>');
        }

        @Override
        public void endElement(String uri, String localName, String qName) {
            text.append("</").append(qName).append('>');
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            text.append(characters, start, length);
        }

        @Override
        public void comment(char[] characters, int start, int length) {
            text.append("<!--").append(characters, start, length).append("-->");
        }
    }
}
