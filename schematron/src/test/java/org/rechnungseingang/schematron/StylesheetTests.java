package org.rechnungseingang.schematron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.Duration;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.trans.XPathException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StylesheetTests {

    private final Processor processor = new Processor(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xsl:value-of select='xs:decimal(/a/b)'/>",
                "<xsl:value-of select='exactly-one(/a/c)'/>",
                "<xsl:value-of select='error()'/>",
                "<xsl:message terminate='yes'>no</xsl:message>",
                "<xsl:for-each select='for $b in /a/b return xs:date($b)'><xsl:value-of select='.'/></xsl:for-each>"
            })
    void tellsThatARuleFailedOnTheDocument(String rule) throws SaxonApiException {
        assertThat(evaluate(rule, Duration.ofMinutes(1)).breakdown()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xsl:value-of select=\"document('urn:not-there')\"/>",
                "<xsl:value-of select=\"unparsed-text('urn:not-there')\"/>",
                "<xsl:call-template name='endless'/>"
            })
    void doesNotBlameTheDocumentForWhatTheEngineCannotDo(String rule) {
        assertThatThrownBy(() -> evaluate(rule, Duration.ofMinutes(1)))
                .isInstanceOfAny(IllegalStateException.class, StackOverflowError.class);
    }

    @Test
    void leavesAtTheDeadlineWhateverTheRuleSaysOfIt() {
        assertThatThrownBy(() -> evaluate("<xsl:value-of select='xs:decimal(/a/b)'/>", Duration.ZERO))
                .isInstanceOf(Deadline.Exceeded.class);
    }

    private Evaluation evaluate(String rule, Duration limit) throws SaxonApiException {
        processor.getUnderlyingConfiguration().setResourceResolver(request -> {
            throw new XPathException("nothing is read from outside");
        });
        XsltCompiler compiler = processor.newXsltCompiler();
        String stylesheet = "<xsl:stylesheet version='2.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' "
                + "xmlns:xs='http://www.w3.org/2001/XMLSchema'><xsl:template match='/'>" + rule + "</xsl:template>"
                + "<xsl:template name='endless'><a><xsl:call-template name='endless'/></a></xsl:template>"
                + "</xsl:stylesheet>";
        XdmNode tree = processor.newDocumentBuilder().build(source("<a><b>much</b></a>"));
        return new Stylesheet(compiler.compile(source(stylesheet))).evaluate(tree, Deadline.in(limit));
    }

    private static StreamSource source(String text) {
        return new StreamSource(new StringReader(text), "urn:test");
    }
}
