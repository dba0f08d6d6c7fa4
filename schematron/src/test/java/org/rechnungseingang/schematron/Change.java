package org.rechnungseingang.schematron;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * One change of an invoice, as a line says it. What it speaks of must be there:
 *
 * <pre>
 * set    //ram:BuyerReference = 04011000-12345-34
 * remove //ram:DefinedTradeContact
 * in     //ram:SellerTradeParty &lt;ram:RoleCode&gt;AB&lt;/ram:RoleCode&gt;       (before and after likewise)
 * make   //rsm:ExchangedDocument ram:IncludedNote/ram:Subject/@languageID    (what is missing of the path, the last with 1)
 * </pre>
 */
record Change(String line) {

    private static final Pattern SET = Pattern.compile("(.+?) =(?: (.*))?");
    private static final Pattern XML = Pattern.compile("(.+?)\\s+(<.*>)");
    private static final Pattern MAKE = Pattern.compile("(.+)\\s+(\\S+)");

    void applyTo(SmallInvoice invoice) {
        String verb = line.substring(0, line.indexOf(' '));
        String rest = line.substring(verb.length()).strip();
        switch (verb) {
            case "set" -> set(invoice, groups(SET, rest));
            case "remove" -> invoice.nodes(rest).forEach(SmallInvoice::remove);
            case "in" -> insert(invoice, groups(XML, rest), Node::appendChild);
            case "before" ->
                insert(
                        invoice,
                        groups(XML, rest),
                        (place, added) -> place.getParentNode().insertBefore(added, place));
            case "after" ->
                insert(
                        invoice,
                        groups(XML, rest),
                        (place, added) -> place.getParentNode().insertBefore(added, place.getNextSibling()));
            case "make" -> make(invoice, groups(MAKE, rest));
            default -> throw new IllegalArgumentException(line);
        }
    }

    private Matcher groups(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(line);
        }
        return matcher;
    }

    private static void set(SmallInvoice invoice, Matcher parts) {
        String value = Optional.ofNullable(parts.group(2)).orElse("").replace("\\n", "\n");
        invoice.nodes(parts.group(1)).forEach(node -> node.setTextContent(value));
    }

    private void insert(SmallInvoice invoice, Matcher parts, BiConsumer<Node, Node> where) {
        for (Node place : invoice.nodes(parts.group(1))) {
            List<Node> added = invoice.fragment(parts.group(2));
            // Behind one place the last comes first.
            for (int i = 0; i < added.size(); i++) {
                where.accept(place, added.get(line.startsWith("after") ? added.size() - 1 - i : i));
            }
        }
    }

    private static void make(SmallInvoice invoice, Matcher parts) {
        for (Node place : invoice.nodes(parts.group(1))) {
            Element element = (Element) place;
            String[] steps = parts.group(2).split("/");
            for (int i = 0; i < steps.length; i++) {
                if (steps[i].startsWith("@")) {
                    element.setAttribute(steps[i].substring(1), "1");
                } else {
                    element = invoice.child(element, steps[i], i == steps.length - 1);
                }
            }
        }
    }
}
