package org.rechnungseingang.invoice;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rechnungseingang.document.Enough;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Keeps the text of one embedded file while the document goes by. */
final class EmbeddedFile extends DefaultHandler {

    private final int wanted;
    private int seen;
    private boolean inside;
    private @Nullable StringBuilder text;

    EmbeddedFile(int wanted) {
        this.wanted = wanted;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        if (Names.isEmbeddedFile(Names.of(uri, localName, qName)) && seen++ == wanted) {
            inside = true;
            text = new StringBuilder();
        }
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        if (inside && text != null) {
            text.append(chars, start, length);
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws Enough {
        if (inside) {
            throw new Enough();
        }
    }

    Optional<byte[]> content() {
        if (text == null) {
            return Optional.empty();
        }
        String base64 = text.toString().replaceAll("\\s", "");
        try {
            return Optional.of(Base64.getDecoder().decode(base64.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
