package org.rechnungseingang.schematron;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;

/** Changes invoices by chance: takes away, doubles, moves and empties parts, and writes values that rules stumble over. */
final class Mutation {

    private static final List<String> VALUES = List.of(
            "",
            "0",
            "1",
            "-1",
            "100",
            "100.00",
            "1E3",
            ".5",
            "5.",
            "+1",
            "abc",
            "  12.50  ",
            "99999999999999999999999",
            "0.005",
            "0.015",
            "1.005",
            "-0.005",
            "-0",
            "INF",
            "NaN",
            "true",
            "false",
            "1 ",
            "1 2",
            "2024-02-30",
            "2024-02-29",
            "2024-01-01Z",
            "20240101",
            "20240230",
            "DE",
            "XX",
            "EUR",
            "GBP",
            "S",
            "Z",
            "E",
            "AE",
            "K",
            "G",
            "O",
            "L",
            "M",
            "VAT",
            "VA",
            "FC",
            "380",
            "381",
            "326",
            "ZZZ",
            "#SKONTO#TAGE=14#PROZENT=2.00#\n",
            "#SKONTO#TAGE=14#PROZENT=2.00#",
            "a@b.c",
            "DE02120300000000202051",
            "7300010000001",
            "04011000-12345-34",
            "äöü",
            "\ud83d\ude00",
            "19",
            "19.00",
            "7",
            "0.00",
            "58",
            "59",
            "30",
            "49",
            "C62",
            "NAR",
            "H87",
            "cva",
            "M1",
            "EM",
            "9930",
            "0088",
            "204",
            "NL123456789B01",
            "IT12345678901",
            "GR",
            "EL",
            "NO",
            "SE",
            "DK",
            "IS",
            "NL",
            "IT",
            "AT",
            "FR",
            "XI",
            "0184",
            "0192",
            "0007",
            "0211",
            "urn:cen.eu:en16931:2017",
            "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0",
            "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0#compliant#urn:xeinkauf.de:kosit:xrechnung:cvd_0.9");

    private static final List<String> ATTRIBUTES = List.of(
            "schemeID", "currencyID", "unitCode", "name", "mimeCode", "filename", "listID", "format", "languageID");

    private static final List<String> DIFFERENCES = List.of("0.01", "-0.01", "1", "0.001", "100", "-0.005");

    private final Random random;
    private final Document invoice;
    private final Document other;

    private Mutation(Random random, Document invoice, Document other) {
        this.random = random;
        this.invoice = invoice;
        this.other = other;
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
        switch (random.nextInt(13)) {
            case 0 -> element.getParentNode().removeChild(element);
            case 1, 2, 3 -> pick(leaves(elements)).setTextContent(pick(VALUES));
            case 4 -> element.getParentNode().insertBefore(element.cloneNode(true), element);
            case 5 -> element.appendChild(foreign());
            case 6 -> amongItsKind(elements);
            case 7 -> changeAttribute(element.getAttributes());
            case 8 -> element.setAttribute(pick(ATTRIBUTES), pick(VALUES).strip());
            case 9 -> shift(leaves(elements));
            case 10 -> comment(element);
            case 11 -> element.setTextContent("");
            default -> {
                String value = pick(VALUES);
                leaves(elements).stream()
                        .filter(leaf -> leaf.getNodeName().equals(element.getNodeName()))
                        .forEach(leaf -> leaf.setTextContent(value));
            }
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
            attribute.setValue(pick(VALUES).strip());
        }
    }

    private void shift(List<Element> leaves) {
        List<Element> numbers = leaves.stream()
                .filter(leaf -> leaf.getTextContent().matches("-?[0-9]+(\\.[0-9]+)?"))
                .toList();
        if (!numbers.isEmpty()) {
            Element number = pick(numbers);
            BigDecimal changed = new BigDecimal(number.getTextContent()).add(new BigDecimal(pick(DIFFERENCES)));
            number.setTextContent(changed.toPlainString());
        }
    }

    /** At the end of an element, or within its text. */
    private void comment(Element element) {
        if (element.getFirstChild() instanceof Text text && text.getLength() > 2 && random.nextBoolean()) {
            element.insertBefore(invoice.createComment("c"), text.splitText(1));
        } else {
            element.appendChild(invoice.createComment("c"));
        }
    }

    private static List<Element> elements(Document document) {
        NodeList all = document.getElementsByTagName("*");
        List<Element> elements = new ArrayList<>();
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
