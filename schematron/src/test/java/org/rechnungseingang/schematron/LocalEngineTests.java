package org.rechnungseingang.schematron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rechnungseingang.schematron.UblInvoice.anInvoice;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine reaches nothing, also with stylesheets that were never looked at before. */
class LocalEngineTests {

    private static final String SECRET = "the-secret-of-the-machine";

    @TempDir
    private Path folder;

    private final SaxonEngine engine = new SaxonEngine(Set.of());
    private final LocalEngine local = engine.besides();

    private static String stylesheet(String declarations, String content) {
        return "<xsl:stylesheet version='3.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' "
                + "xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:fn='http://www.w3.org/2005/xpath-functions' "
                + "xmlns:svrl='http://purl.oclc.org/dsdl/svrl'>" + declarations
                + "<xsl:template match='/'><svrl:schematron-output><svrl:fired-rule/>"
                + "<svrl:failed-assert id='X'>found " + content + "</svrl:failed-assert></svrl:schematron-output>"
                + "</xsl:template></xsl:stylesheet>";
    }

    /** What the rule found, or what the engine said instead. */
    private String outcome(String stylesheet) throws SaxonApiException {
        try {
            Evaluation evaluation = local.compile(stylesheet).evaluate(tree(), Deadline.in(Duration.ofMinutes(1)));
            return evaluation.failed() + " " + evaluation.breakdown();
        } catch (SaxonApiException | IllegalStateException e) {
            return "refused: " + e;
        }
    }

    private XdmNode tree() {
        return engine.tree(anInvoice().document(), new Names(100));
    }

    @Test
    void findsWhatIsInTheInvoice() throws SaxonApiException {
        assertThat(outcome(stylesheet("", "<xsl:value-of select='local-name(*)'/>")))
                .contains("found Invoice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "doc('ADDRESS')",
                "document('ADDRESS')",
                "unparsed-text('ADDRESS')",
                "unparsed-text-lines('ADDRESS')",
                "json-doc('ADDRESS')",
                "collection('ADDRESS')",
                "uri-collection('ADDRESS')",
                "function-lookup(xs:QName('fn:doc'), 1)('ADDRESS')",
                "function-lookup(xs:QName('fn:unparsed-text'), 1)('ADDRESS')",
                "transform(map{'stylesheet-location': 'ADDRESS', 'source-node': .})?output",
                "parse-xml('&lt;!DOCTYPE a [&lt;!ENTITY e SYSTEM &quot;ADDRESS&quot;>]>&lt;a>&amp;e;&lt;/a>')",
                "parse-xml('&lt;!DOCTYPE a SYSTEM &quot;ADDRESS&quot;>&lt;a/>')"
            })
    void readsNeitherFilesNorAddresses(String expression) throws IOException, SaxonApiException {
        Path file = Files.writeString(folder.resolve("secret.xml"), "<a>" + SECRET + "</a>");
        String rule = "<xsl:value-of select=\"" + expression + "\"/>";
        String outcome =
                outcome(stylesheet("", rule.replace("ADDRESS", file.toUri().toString())));
        assertThat(outcome).doesNotContain(SECRET).doesNotContain("found ");
        try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            listening.setSoTimeout(100);
            String address = "http://127.0.0.1:" + listening.getLocalPort() + "/a.xml";
            assertThat(outcome(stylesheet("", rule.replace("ADDRESS", address))))
                    .doesNotContain("found ");
            assertThatThrownBy(listening::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void knowsNothingOfTheMachine() throws SaxonApiException {
        String path = System.getenv("PATH");
        String home = System.getProperty("user.home");
        assertThat(path).isNotEmpty();
        for (String expression : List.of(
                "environment-variable('PATH')",
                "available-environment-variables()",
                "system-property('user.home')",
                "function-lookup(xs:QName('fn:environment-variable'), 1)('PATH')")) {
            assertThat(outcome(stylesheet("", "[<xsl:value-of select=\"" + expression + "\"/>]")))
                    .as(expression)
                    .contains("found []")
                    .doesNotContain(path, "[" + home);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Q{java:java.lang.System}getProperty('user.home')",
                "Q{java.lang.System}getProperty('user.home')",
                "Q{http://saxon.sf.net/}evaluate('1')",
                "Q{http://saxon.sf.net/}parse('a')"
            })
    void callsNoJava(String expression) throws SaxonApiException {
        assertThat(outcome(stylesheet("", "<xsl:value-of select=\"" + expression + "\"/>")))
                .startsWith("refused");
    }

    @Test
    void evaluatesNoText() throws SaxonApiException {
        assertThat(outcome(stylesheet("", "<xsl:evaluate xpath=\"'1'\"/>"))).doesNotContain("found ");
    }

    @Test
    void writesNoFile() throws SaxonApiException {
        Path file = folder.resolve("written.xml");
        outcome(stylesheet("", "<xsl:result-document href='" + file.toUri() + "'><a/></xsl:result-document>"));
        assertThat(file).doesNotExist();
    }

    @Test
    void importsNoOtherStylesheet() throws IOException, SaxonApiException {
        Path other = Files.writeString(folder.resolve("other.xsl"), stylesheet("", SECRET));
        for (String kind : List.of("import", "include")) {
            assertThat(outcome(stylesheet("<xsl:" + kind + " href='" + other.toUri() + "'/>", "")))
                    .startsWith("refused");
        }
    }
}
