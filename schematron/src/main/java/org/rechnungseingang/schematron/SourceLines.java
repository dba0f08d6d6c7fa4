package org.rechnungseingang.schematron;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rechnungseingang.document.Forwarding;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;

/** Gives the elements of a stylesheet the lines of the schema that their expressions come from, for the compiler's messages. */
final class SourceLines extends Forwarding implements Locator {

    private final List<SchematronGuard.Expression> expressions;
    private final String location;
    private int line = 1;

    SourceLines(ContentHandler target, List<SchematronGuard.Expression> expressions, String location) {
        super(target);
        this.expressions = expressions;
        this.location = location;
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        super.setDocumentLocator(this);
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        line = expressions.stream()
                .filter(expression -> standsIn(attributes, expression.text()))
                .max(Comparator.comparingInt(expression -> expression.text().length()))
                .map(SchematronGuard.Expression::line)
                .orElse(1);
        super.startElement(uri, localName, qName, attributes);
    }

    private static boolean standsIn(Attributes attributes, String expression) {
        for (int i = 0; i < attributes.getLength(); i++) {
            if (!expression.isBlank() && attributes.getValue(i).contains(expression)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int getLineNumber() {
        return line;
    }

    @Override
    public int getColumnNumber() {
        return 1;
    }

    @Override
    public String getSystemId() {
        return location;
    }

    @Override
    public @Nullable String getPublicId() {
        return null;
    }
}
