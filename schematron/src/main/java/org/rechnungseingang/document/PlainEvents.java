package org.rechnungseingang.document;

import org.rechnungseingang.document.PlainNames.Name;
import org.xml.sax.SAXException;
import org.xml.sax.ext.Attributes2Impl;
import org.xml.sax.ext.DefaultHandler2;
import org.xml.sax.ext.LexicalHandler;
import org.xml.sax.helpers.DefaultHandler;

/** Sends the tokens of a plain document to a handler as the events of a parser. */
final class PlainEvents {

    private static final int SECTION_END = "]]>".length();
    private static final int COMMENT_END = "-->".length();
    private static final int INSTRUCTION_END = "?>".length();

    private final PlainTokens tokens;
    private final PlainNames names;
    private final PlainScopes scopes;
    private final byte[] bytes;
    private final PlainText text;
    private final PlainPlace place;
    private final DefaultHandler handler;
    private final LexicalHandler lexical;
    private final AsciiHandler ascii;
    private final Attributes2Impl attributes = new Attributes2Impl();
    /** The next number of the tokens. */
    private int at;
    /** The place in the document behind the last event. */
    private int reached;

    PlainEvents(PlainNotes notes, PlainPlace place, DefaultHandler handler) {
        this.tokens = notes.tokens();
        this.names = notes.names();
        this.scopes = notes.scopes();
        this.bytes = notes.bytes();
        this.text = new PlainText(bytes);
        this.place = place;
        this.handler = handler;
        this.lexical = handler instanceof LexicalHandler interested ? interested : new DefaultHandler2();
        this.ascii = handler instanceof AsciiHandler able ? able : (text, from, to) -> false;
    }

    void send() throws SAXException {
        while (at < tokens.size()) {
            send(next());
        }
    }

    private int next() {
        return tokens.get(at++);
    }

    private void moveTo(int to) {
        reached = to;
        place.moveTo(to);
    }

    private void send(int head) throws SAXException {
        switch (PlainTokens.kind(head)) {
            case PlainTokens.DECLARATION -> declaration(head);
            case PlainTokens.ATTRIBUTE -> attribute(head);
            case PlainTokens.START -> start(head);
            case PlainTokens.END -> end(head);
            case PlainTokens.DECLARATION_END -> handler.endPrefixMapping(names.prefix(PlainTokens.name(head)));
            case PlainTokens.TEXT -> text(head);
            case PlainTokens.SECTION -> section(head);
            case PlainTokens.COMMENT -> comment(head);
            case PlainTokens.INSTRUCTION -> instruction(head);
            default -> throw new IllegalStateException("no such token: " + head);
        }
    }

    private void declaration(int head) throws SAXException {
        moveTo(next());
        handler.startPrefixMapping(names.prefix(PlainTokens.name(head)), scopes.namespace(PlainTokens.namespace(head)));
    }

    private void attribute(int head) {
        Name name = names.name(PlainTokens.name(head));
        String namespace = scopes.namespace(PlainTokens.namespace(head));
        String value = text.value(next(), next(), PlainTokens.coded(head));
        attributes.addAttribute(namespace, name.local(), name.qualified(), "CDATA", value);
    }

    private void start(int head) throws SAXException {
        moveTo(next());
        Name name = names.name(PlainTokens.name(head));
        String namespace = scopes.namespace(PlainTokens.namespace(head));
        handler.startElement(namespace, name.local(), name.qualified(), attributes);
        attributes.clear();
    }

    private void end(int head) throws SAXException {
        moveTo(next());
        Name name = names.name(PlainTokens.name(head));
        handler.endElement(scopes.namespace(PlainTokens.namespace(head)), name.local(), name.qualified());
    }

    private void text(int head) throws SAXException {
        int from = reached;
        int to = next();
        moveTo(to);
        characters(head, from, to, true);
    }

    private void section(int head) throws SAXException {
        int from = next();
        int to = next();
        moveTo(to + SECTION_END);
        lexical.startCDATA();
        characters(head, from, to, false);
        lexical.endCDATA();
    }

    private void characters(int head, int start, int to, boolean references) throws SAXException {
        if (!PlainTokens.coded(head) && ascii.ascii(bytes, start, to)) {
            return;
        }
        int from = start;
        while (from < to) {
            from = PlainTokens.coded(head) ? text.coded(from, to, references) : text.plain(from, to);
            handler.characters(text.characters(), 0, text.length());
        }
    }

    private void comment(int head) throws SAXException {
        whole(head, COMMENT_END);
        lexical.comment(text.characters(), 0, text.length());
    }

    private void instruction(int head) throws SAXException {
        whole(head, INSTRUCTION_END);
        String data = new String(text.characters(), 0, text.length());
        handler.processingInstruction(names.name(PlainTokens.name(head)).qualified(), data);
    }

    private void whole(int head, int end) {
        int from = next();
        int to = next();
        text.whole(from, to, PlainTokens.coded(head));
        moveTo(to + end);
    }
}
