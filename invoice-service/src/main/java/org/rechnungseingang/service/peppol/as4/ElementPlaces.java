package org.rechnungseingang.service.peppol.as4;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Finds an element's bytes in a document in UTF-8 that a parser has found well-formed and without a document type. There,
 * markup is told by a few ASCII characters.
 */
final class ElementPlaces {

    private final ByteBuffer bytes;
    private int at;

    private ElementPlaces(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** Where the root's second child starts, where its name ends, and where it has ended. */
    static List<Integer> secondChild(ByteBuffer document) {
        return new ElementPlaces(document).second();
    }

    private List<Integer> second() {
        int depth = 0;
        int children = 0;
        int start = 0;
        while (true) {
            toMarkup();
            int tag = at;
            if (next("</")) {
                depth--;
                toEnd();
            } else {
                depth++;
                if (depth == 2) {
                    children++;
                    start = tag;
                }
                if (toEnd()) {
                    depth--;
                }
            }
            if (depth == 1 && children == 2) {
                return List.of(start, nameEnd(start), at);
            }
        }
    }

    /** Goes to the next tag, past comments, sections and processing instructions. */
    private void toMarkup() {
        while (true) {
            while (bytes.get(at) != '<') {
                at++;
            }
            if (next("<!--")) {
                past("-->");
            } else if (next("<![CDATA[")) {
                past("]]>");
            } else if (next("<?")) {
                past("?>");
            } else {
                return;
            }
        }
    }

    /** Goes past the tag; whether it was one of an empty element. */
    private boolean toEnd() {
        byte quote = 0;
        while (quote != 0 || bytes.get(at) != '>') {
            byte now = bytes.get(at);
            if (quote == 0 && (now == '"' || now == '\'')) {
                quote = now;
            } else if (now == quote) {
                quote = 0;
            }
            at++;
        }
        at++;
        return bytes.get(at - 2) == '/';
    }

    private void past(String end) {
        while (!next(end)) {
            at++;
        }
        at += end.length();
    }

    private boolean next(String text) {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < wanted.length; i++) {
            if (at + i >= bytes.limit() || bytes.get(at + i) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private int nameEnd(int start) {
        int end = start + 1;
        while (" \t\r\n/>".indexOf(bytes.get(end)) < 0) {
            end++;
        }
        return end;
    }
}
