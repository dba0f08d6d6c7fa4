package org.rechnungseingang.schematron;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Changes invoices by chance: takes away, doubles, moves, renames and empties parts, and writes values that rules stumble
 * over; how texts are written besides is {@link OddWriting}.
 */
final class Mutation {

    /** One a line, see there. */
    private static final List<String> VALUES = new String(
                    RuleFiles.bytesAt("/org/rechnungseingang/schematron/cases/values.txt"), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("# "))
            .map(line -> line.replace("\\e", "")
                    .replace("\\s", " ")
                    .replace("\\t", "\t")
                    .replace("\\n", "\n")
                    .replace("\\u00a0", "\u00a0"))
            .toList();

    private static final List<String> ATTRIBUTES = List.of(
            "schemeID", "currencyID", "unitCode", "name", "mimeCode", "filename", "listID", "format", "languageID");

    private static final List<String> DIFFERENCES = List.of("0.01", "-0.01", "1", "0.001", "100", "-0.005");

    private static final List<String> FACTORS =
            List.of("-1", "0.1", "1E12", "1E-12", "1E40", "3", "0.333333333333333333");

    private final Random random;
    private final Document invoice;
    private final Document other;
    private final OddWriting writing;

    private Mutation(Random random, Document invoice, Document other) {
        this.random = random;
        this.invoice = invoice;
        this.other = other;
        this.writing = new OddWriting(random, invoice);
    }

    /** One to four changes of the invoice; parts of the other may be put into it. */
    static void apply(SmallInvoice invoice, SmallInvoice other, Random random) {
        Mutation mutation = new Mutation(random, invoice.tree(), other.tree());
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            mutation.change();
        }
    }

    private void change() {
        List<Element> elements = elements(invoice);
        if (elements.size() < 3) {
            return;
        }
        Element element = elements.get(1 + random.nextInt(elements.size() - 1));
        switch (random.nextInt(20)) {
            case 0 -> element.getParentNode().removeChild(element);
            case 1, 2, 3 -> pick(leaves(elements)).setTextContent(pick(VALUES));
            case 4 -> element.getParentNode().insertBefore(element.cloneNode(true), element);
            case 5 -> element.appendChild(foreign());
            case 6 -> amongItsKind(elements);
            case 7 -> changeAttribute(element.getAttributes());
            case 8 -> element.setAttribute(pick(ATTRIBUTES), pick(VALUES).strip());
            case 9 -> calculate(elements, number -> number.add(new BigDecimal(pick(DIFFERENCES))));
            case 10 -> calculate(elements, number -> number.multiply(new BigDecimal(pick(FACTORS))));
            case 11 -> element.setTextContent("");
            case 12 -> allOfItsKind(elements, element, pick(VALUES));
            case 13 -> several(element);
            case 14 ->
                element.getParentNode()
                        .insertBefore(element, element.getParentNode().getFirstChild());
            case 15 -> rename(element);
            case 16 -> writing.change(pick(elements));
            default -> writing.change(pick(leaves(elements)));
        }
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private Node foreign() {
        List<Element> elements = elements(other);
        return invoice.importNode(elements.get(1 + random.nextInt(elements.size() - 1)), true);
    }

    private void amongItsKind(List<Element> elements) {
        List<Element> others = elements(other);
        Element added = others.get(1 + random.nextInt(others.size() - 1));
        elements.stream()
                .filter(element ->
                        element.getNodeName().equals(added.getParentNode().getNodeName()))
                .findFirst()
                .ifPresent(parent -> parent.appendChild(invoice.importNode(added, true)));
    }

    private void changeAttribute(NamedNodeMap attributes) {
        if (attributes.getLength() > 0
                && attributes.item(random.nextInt(attributes.getLength())) instanceof Attr attribute
                && !attribute.getName().startsWith("xmlns")) {
            attribute.setValue(random.nextBoolean() ? pick(VALUES).strip() : attribute.getValue() + " ");
        }
    }

    private static void allOfItsKind(List<Element> elements, Element one, String value) {
        leaves(elements).stream()
                .filter(leaf -> leaf.getNodeName().equals(one.getNodeName()))
                .forEach(leaf -> leaf.setTextContent(value));
    }

    /** Some more of the same, with other values. */
    private void several(Element element) {
        for (int more = 1 + random.nextInt(3); more > 0; more--) {
            Element added = (Element) element.cloneNode(true);
            element.getParentNode().appendChild(added);
            pick(leaves(elementsIn(added))).setTextContent(pick(VALUES));
        }
    }

    /** Another namespace, or another name of the same. */
    private void rename(Element element) {
        Element model = random.nextBoolean() ? pick(elements(invoice)) : pick(elements(other));
        String prefix = element.getPrefix() == null ? "" : element.getPrefix() + ":";
        switch (random.nextInt(4)) {
            case 0 -> invoice.renameNode(element, model.getNamespaceURI(), model.getNodeName());
            case 1 -> invoice.renameNode(element, "urn:other", "other:" + element.getLocalName());
            case 2 -> invoice.renameNode(element, null, element.getLocalName());
            default -> invoice.renameNode(element, element.getNamespaceURI(), prefix + model.getLocalName());
        }
    }

    private void calculate(List<Element> elements, UnaryOperator<BigDecimal> change) {
        List<Element> numbers = leaves(elements).stream()
                .filter(leaf -> leaf.getTextContent().matches("-?[0-9]{1,60}(\\.[0-9]{1,60})?"))
                .toList();
        if (!numbers.isEmpty()) {
            Element number = pick(numbers);
            number.setTextContent(
                    change.apply(new BigDecimal(number.getTextContent())).toPlainString());
        }
    }

    private static List<Element> elements(Document document) {
        return elementsIn(document.getDocumentElement());
    }

    /** This one and all beneath it. */
    private static List<Element> elementsIn(Element root) {
        List<Element> elements = new ArrayList<>(List.of(root));
        NodeList all = root.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            elements.add((Element) all.item(i));
        }
        return elements;
    }

    private static List<Element> leaves(List<Element> elements) {
        return elements.stream()
                .filter(element -> element.getElementsByTagName("*").getLength() == 0)
                .toList();
    }
}
