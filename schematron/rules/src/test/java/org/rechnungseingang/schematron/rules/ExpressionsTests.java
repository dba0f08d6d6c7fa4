package org.rechnungseingang.schematron.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XPathSelector;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rechnungseingang.schematron.translated.Doubtful;
import org.rechnungseingang.schematron.translated.Report;
import org.rechnungseingang.schematron.translated.Tree;
import org.rechnungseingang.schematron.translated.TreeBuilder;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Expressions of {@code expressions.txt} from the stylesheet to their result, beside Saxon. */
class ExpressionsTests {

    private static SmallRules rules;

    /** A rule that says whether that holds of the item; what is expected of it. */
    record Line(int number, String test, String item, String expected) {

        String document() {
            return "<a:doc xmlns:a='urn:a'><a:item>" + item + "</a:item></a:doc>";
        }

        @Override
        public String toString() {
            return test + " of " + item;
        }
    }

    static List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        String expected = "";
        for (String line : SmallRules.resource("expressions.txt").lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split("\\|", -1);
            if (parts.length == 1) {
                expected = line;
            } else {
                lines.add(new Line(lines.size(), parts[0].strip(), parts[1].strip(), expected));
            }
        }
        return lines;
    }

    @BeforeAll
    static void translate(@TempDir Path folder) throws IOException {
        rules = SmallRules.of(folder, lines().stream().map(Line::test).toList());
    }

    @ParameterizedTest
    @MethodSource("lines")
    void comeOutAsExpected(Line line) throws Exception {
        Found found = new Found();
        try {
            rules.rules(line.number(), tree(line.document()), found).evaluate();
        } catch (Doubtful doubt) {
            found.result = "doubt";
        }

        assertThat(found.result).isEqualTo(line.expected());
        assertThat(saxon(line)).isEqualTo(line.expected());
    }

    private static Tree tree(String document)
            throws ReflectiveOperationException, ParserConfigurationException, SAXException, IOException {
        TreeBuilder builder = new TreeBuilder(rules.names());
        SAXParserFactory.newDefaultNSInstance()
                .newSAXParser()
                .parse(new InputSource(new StringReader(document)), builder);
        return builder.tree();
    }

    /** What is an error is in doubt. */
    private static String saxon(Line line) throws SaxonApiException {
        Processor processor = new Processor(false);
        XPathCompiler compiler = processor.newXPathCompiler();
        compiler.declareNamespace("a", "urn:a");
        XPathSelector selector =
                compiler.compile("/a:doc/a:item/boolean(" + line.test() + ")").load();
        selector.setContextItem(
                processor.newDocumentBuilder().build(new StreamSource(new StringReader(line.document()))));
        try {
            return selector.effectiveBooleanValue() ? "holds" : "fails";
        } catch (SaxonApiException e) {
            return "doubt";
        }
    }

    private static final class Found implements Report {

        private String result = "not asked";

        @Override
        public void fired() {
            result = "holds";
        }

        @Override
        public void failed(int node, String rule, String flag, String text) {
            result = "fails";
        }
    }
}
