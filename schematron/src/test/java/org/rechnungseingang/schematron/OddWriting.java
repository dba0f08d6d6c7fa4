package org.rechnungseingang.schematron;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Writes the text of an element of an invoice otherwise: what says the same in XML, or nearly the same. */
final class OddWriting {

    private static final List<String> SPACES = List.of(" ", "\t", "\n", "\r\n  ", "\u00a0", "\u2003");
    private static final List<Long> DAYS = List.of(-366L, -31L, -1L, 1L, 31L, 366L, 36_525L, -36_525L, 3_652_500L);
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-?[01][0-9]-?[0-3][0-9]");

    private final Random random;
    private final Document invoice;

    OddWriting(Random random, Document invoice) {
        this.random = random;
        this.invoice = invoice;
    }

    void change(Element element) {
        switch (random.nextInt(8)) {
            case 0 -> comment(element);
            case 1 -> split(element, invoice.createProcessingInstruction("odd", "p"));
            case 2 -> section(element);
            case 3 -> spaces(element);
            case 4 -> letters(element);
            case 5 -> zeros(element);
            case 6 -> element.appendChild(invoice.createTextNode(pick(SPACES)));
            default -> date(element);
        }
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** At the end of an element, or within its text. */
    private void comment(Element element) {
        if (random.nextBoolean()) {
            split(element, invoice.createComment("c"));
        } else {
            element.appendChild(invoice.createComment("c"));
        }
    }

    private void split(Element element, Node between) {
        if (element.getFirstChild() instanceof Text text && text.getLength() > 2) {
            element.insertBefore(between, text.splitText(1));
        } else {
            element.insertBefore(between, element.getFirstChild());
        }
    }

    private void section(Element element) {
        if (element.getFirstChild() instanceof Text text) {
            element.replaceChild(invoice.createCDATASection(text.getData()), text);
        }
    }

    private void spaces(Element element) {
        if (element.getFirstChild() instanceof Text text) {
            String data = text.getData();
            int at = random.nextInt(data.length() + 1);
            text.setData(data.substring(0, at) + pick(SPACES) + data.substring(at));
        }
    }

    private void letters(Element element) {
        if (element.getFirstChild() instanceof Text text) {
            String data = text.getData();
            text.setData(random.nextBoolean() ? data.toUpperCase(Locale.ROOT) : data.toLowerCase(Locale.ROOT));
        }
    }

    private void zeros(Element element) {
        if (element.getFirstChild() instanceof Text text) {
            String data = text.getData();
            text.setData(random.nextBoolean() ? "0" + data : data + (data.contains(".") ? "0" : ".000"));
        }
    }

    private void date(Element element) {
        if (element.getFirstChild() instanceof Text text
                && DATE.matcher(text.getData()).matches()) {
            String digits = text.getData().replace("-", "");
            LocalDate date = LocalDate.of(
                            Integer.parseInt(digits.substring(0, 4)),
                            1 + Integer.parseInt(digits.substring(4, 6)) % 12,
                            1 + Integer.parseInt(digits.substring(6)) % 28)
                    .plusDays(pick(DAYS));
            boolean dashes = text.getData().contains("-") ^ random.nextInt(4) == 0;
            text.setData(dashes ? date.toString() : date.toString().replace("-", ""));
        }
    }
}
