package org.rechnungseingang.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.document.Base64Text;
import org.rechnungseingang.document.BinaryStub;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.document.Parsing;

/** What the light tree keeps of a document and how paths lead through it. */
class NodeTests {

    private static final String UBL = """
            <i:Invoice xmlns:i="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
                xmlns="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
                xmlns:a="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
                xmlns:f="urn:foreign/cbc:ID">%s</i:Invoice>""";

    @Test
    void findsTheFirstElementAtTheEndOfAPathEvenIfTheFirstOfItsParentsHasNone() {
        Node root =
                tree("<a:Party><Name>no</Name></a:Party><a:Party><ID>1</ID></a:Party><a:Party><ID>2</ID></a:Party>");
        assertThat(root.value("cac:Party/cbc:ID")).contains("1");
        assertThat(texts(root.all("cac:Party/cbc:ID"))).containsExactly("1", "2");
    }

    @Test
    void findsNothingAtTheEndOfAPathThatIsLongerOrShorterThanTheDocuments() {
        Node root = tree("<a:Party><ID>1</ID></a:Party><ID/>");
        for (String path : List.of("cbc:I", "cbc:IDs", "cac:ID", "cac:Party/cbc:ID/cbc:ID", "cac:Part/cbc:ID", "ID")) {
            assertThat(root.at(path).exists()).as(path).isFalse();
            assertThat(root.all(path).list()).as(path).isEmpty();
        }
    }

    @Test
    void takesNoForeignElementForItsOwn() {
        Node root = tree("<f:ID>1</f:ID><f:x><ID>2</ID></f:x><ID xmlns=''>3</ID><ID>4</ID>");
        assertThat(texts(root.all("cbc:ID"))).containsExactly("4");
        assertThat(root.name()).isEqualTo("inv:Invoice");
    }

    @Test
    void putsTheTextAroundChildrenTogether() {
        Node note = tree("<Note>one <f:b>two<f:c/></f:b> three<!--no--> <![CDATA[<four>]]></Note>")
                .at("cbc:Note");
        assertThat(note.text()).isEqualTo("one  three <four>");
        assertThat(note.allText()).isEqualTo("one  three <four> two");
    }

    @Test
    void keepsAttributesWithoutANamespaceAndNoEmptyOnes() {
        Node id = tree("<ID schemeID=' VA ' f:listID='1' name=' '>1</ID>").at("cbc:ID");
        assertThat(id.attribute("schemeID")).contains("VA");
        assertThat(id.attribute("listID")).isEmpty();
        assertThat(id.attribute("name")).isEmpty();
        assertThat(Node.NONE.attribute("schemeID")).isEmpty();
    }

    @Test
    void readsTextsLongerThanTheParserHandsOverAtOnce() {
        String text = "Rechnung ä€😀 ".repeat(3000).strip();
        assertThat(tree("<Note>" + text + "</Note><ID>1</ID>").value("cbc:Note"))
                .contains(text);
    }

    @Test
    void countsTheBytesOfEmbeddedFilesAndKeepsNoneOfThem() {
        Node root = tree(
                "<EmbeddedDocumentBinaryObject mimeCode='a/b'>\n QUJD REVG&#13;\nRw==\n</EmbeddedDocumentBinaryObject>"
                        + "<EmbeddedDocumentBinaryObject/><ID>1</ID>");
        List<Attachment> files = root.all("cbc:EmbeddedDocumentBinaryObject").as(Attachment::of);
        assertThat(files).extracting(Attachment::size).containsExactly(7L, 0L);
        assertThat(files).extracting(Attachment::position).containsExactly(0, 1);
        assertThat(root.allText()).isEqualTo("7 0 1");
    }

    private static List<String> texts(Nodes nodes) {
        return nodes.as(Node::text);
    }

    private static Node tree(String content) {
        Base64Text files = new Base64Text();
        TreeBuilder builder = new TreeBuilder(files);
        Document document = Document.of(UBL.formatted(content).getBytes(StandardCharsets.UTF_8));
        assertThat(document.parse(new BinaryStub(builder, files))).isInstanceOf(Parsing.WellFormed.class);
        return builder.invoice().orElseThrow();
    }
}
