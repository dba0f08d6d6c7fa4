package org.rechnungseingang.schematron;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Invoices with something at every place that the rules of a stylesheet name by a path from the document, and then with less,
 * more or something else there: what no profile allows, and no invoice of ours has.
 */
final class EveryPlace {

    private static final List<String> ATTRIBUTES =
            List.of("schemeID", "currencyID", "listID", "listVersionID", "unitCode", "format", "mimeCode", "filename");

    private static final List<Consumer<Element>> CHANGES = List.of(
            element -> {},
            element -> attributes().forEach(name -> add(element, name)),
            element -> element.setTextContent(""),
            element -> element.getParentNode().insertBefore(element.cloneNode(true), element),
            element -> write(element, "?"),
            element -> write(element, ""),
            element -> attributes().filter(element::hasAttribute).forEach(name -> element.setAttribute(name, "?")),
            element -> attributes().forEach(element::removeAttribute));

    private final SmallInvoice base;
    private final List<List<String>> paths;
    private final String stylesheet;
    private final BothEngines engines;

    EveryPlace(SmallCase base, String stylesheet, BothEngines engines) {
        this.stylesheet = stylesheet;
        this.engines = engines;
        this.base = base.changed();
        this.paths = Assertion.of(stylesheet).stream()
                .flatMap(Assertion::places)
                .distinct()
                .sorted()
                .map(path -> List.of(path.substring(1).split("/")))
                .toList();
    }

    /** Asserts that both engines find the same in all of them. */
    void judge() {
        paths.forEach(path -> grow(base.tree().getDocumentElement(), path, 1));
        elements(base).stream().filter(element -> !element.hasChildNodes()).forEach(leaf -> leaf.setTextContent("1"));
        Map<Integer, List<List<String>>> byDepth = paths.stream()
                .filter(path -> path.size() > 1)
                .collect(Collectors.groupingBy(List::size, TreeMap::new, Collectors.toList()));
        // What lies within another place is not changed together with it.
        CHANGES.forEach(change -> byDepth.values().forEach(some -> judge(some, change)));
    }

    /** Where several changes together are in doubt, there are fewer at a time. */
    private void judge(List<List<String>> some, Consumer<Element> change) {
        SmallInvoice changed = base.copy();
        some.forEach(path -> at(changed, path).forEach(change));
        boolean decided = engines.agree(changed.document(), "places of " + stylesheet, List.of(stylesheet));
        if (!decided && some.size() > 1) {
            judge(some.subList(0, some.size() / 2), change);
            judge(some.subList(some.size() / 2, some.size()), change);
        }
    }

    private void grow(Element parent, List<String> path, int depth) {
        if (depth < path.size()) {
            base.child(parent, path.get(depth), false);
            children(parent, path.get(depth)).forEach(child -> grow(child, path, depth + 1));
        }
    }

    private static List<Element> at(SmallInvoice invoice, List<String> path) {
        List<Element> found = List.of(invoice.tree().getDocumentElement());
        for (String step : path.subList(1, path.size())) {
            found = found.stream()
                    .flatMap(parent -> children(parent, step).stream())
                    .toList();
        }
        return found;
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && element.getNodeName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static List<Element> elements(SmallInvoice invoice) {
        NodeList all = invoice.tree().getElementsByTagName("*");
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            found.add((Element) all.item(i));
        }
        return found;
    }

    private static Stream<String> attributes() {
        return ATTRIBUTES.stream();
    }

    private static void add(Element element, String attribute) {
        if (!element.hasAttribute(attribute)) {
            element.setAttribute(attribute, "1");
        }
    }

    private static void write(Element element, String text) {
        if (element.getElementsByTagName("*").getLength() == 0) {
            element.setTextContent(text);
        }
    }
}
