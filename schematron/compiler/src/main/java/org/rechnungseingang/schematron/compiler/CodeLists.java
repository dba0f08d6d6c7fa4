package org.rechnungseingang.schematron.compiler;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import net.sf.saxon.expr.Atomizer;
import net.sf.saxon.expr.AxisExpression;
import net.sf.saxon.expr.CastExpression;
import net.sf.saxon.expr.ComparisonExpression;
import net.sf.saxon.expr.Expression;
import net.sf.saxon.expr.FilterExpression;
import net.sf.saxon.expr.Literal;
import net.sf.saxon.expr.SlashExpression;
import net.sf.saxon.expr.StringLiteral;
import net.sf.saxon.expr.SystemFunctionCall;
import net.sf.saxon.expr.UnaryExpression;
import net.sf.saxon.expr.parser.Token;
import net.sf.saxon.expr.sort.DocumentSorter;
import net.sf.saxon.om.AxisInfo;
import net.sf.saxon.value.IntegerValue;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Code lists that rules read from a document beside them:
 * {@code document('…')/codedb/cl[@id=4]/enumeration[@value=$code]}.
 */
final class CodeLists {

    /** A value that is looked for in one list. */
    record Lookup(String document, BigDecimal list, Expression value) {}

    private final Path stylesheet;
    private final Map<String, Document> documents = new HashMap<>();

    /** @param stylesheet beside which the documents are */
    CodeLists(Path stylesheet) {
        this.stylesheet = stylesheet;
    }

    /** What the path looks for, if it is such a one. */
    static Optional<Lookup> lookup(Expression path) {
        List<Expression> steps = new ArrayList<>();
        Expression rest = path instanceof DocumentSorter sorter ? sorter.getBaseExpression() : path;
        while (rest instanceof SlashExpression slash) {
            steps.add(0, slash.getStep());
            rest = slash.getStart();
        }
        if (steps.size() == 3
                && rest instanceof SystemFunctionCall call
                && call.getFunctionName().getLocalPart().equals("document")
                && call.getArg(0) instanceof StringLiteral document
                && isChild(steps.get(0), "codedb")
                && steps.get(1) instanceof FilterExpression list
                && isChild(list.getSelectExpression(), "cl")
                && steps.get(2) instanceof FilterExpression code
                && isChild(code.getSelectExpression(), "enumeration")) {
            return compared(list.getFilter(), "id")
                    .filter(Literal.class::isInstance)
                    .map(id -> ((IntegerValue) ((Literal) id).getGroundedValue()).asBigInteger())
                    .flatMap(id -> compared(code.getFilter(), "value")
                            .map(value -> new Lookup(document.stringify(), new BigDecimal(id), value)));
        }
        return Optional.empty();
    }

    private static boolean isChild(Expression step, String name) {
        return step instanceof AxisExpression axis
                && axis.getAxis() == AxisInfo.CHILD
                && axis.getNodeTest().getMatchingNodeName() != null
                && axis.getNodeTest().getMatchingNodeName().getLocalPart().equals(name);
    }

    /** Without what makes a value of a node. */
    private static Expression plain(Expression expression) {
        return expression instanceof Atomizer || expression instanceof CastExpression
                ? plain(((UnaryExpression) expression).getBaseExpression())
                : expression;
    }

    /** What the attribute of that name is to be equal to. */
    private static Optional<Expression> compared(Expression filter, String attribute) {
        if (filter instanceof ComparisonExpression comparison
                && comparison.getSingletonOperator() == Token.FEQ
                && plain(comparison.getLhsExpression()) instanceof AxisExpression axis
                && axis.getAxis() == AxisInfo.ATTRIBUTE
                && axis.getNodeTest().getMatchingNodeName().getLocalPart().equals(attribute)) {
            return Optional.of(comparison.getRhsExpression());
        }
        return Optional.empty();
    }

    /** The values of a list, in the order of the document. */
    List<String> values(Lookup lookup) {
        Document document = documents.computeIfAbsent(lookup.document(), this::read);
        List<String> values = new ArrayList<>();
        NodeList lists = document.getDocumentElement().getElementsByTagName("cl");
        for (int i = 0; i < lists.getLength(); i++) {
            Element list = (Element) lists.item(i);
            if (new BigDecimal(list.getAttribute("id")).compareTo(lookup.list()) == 0) {
                NodeList codes = list.getElementsByTagName("enumeration");
                for (int j = 0; j < codes.getLength(); j++) {
                    values.add(((Element) codes.item(j)).getAttribute("value"));
                }
            }
        }
        return values;
    }

    private Document read(String name) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(stylesheet.resolveSibling(name).toFile());
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
