package org.rechnungseingang.document;

import org.rechnungseingang.document.PlainNames.Name;

/** Goes over start and end tags, and knows which elements are open and what their prefixes mean. */
final class PlainTags {

    /** More depth than that is not plain, whatever the bounds. */
    private static final int DEEPEST = 1024;

    private final PlainCursor cursor;
    private final PlainTokens tokens;
    private final PlainNames names;
    private final PlainScopes scopes;
    private final Digits digits;
    private final Bounds bounds;
    private final PlainAttributes attributes;

    /** The name of the open element of each depth, and how many declarations were in force before it. */
    private final int[] open;

    private final int[] outer;
    private int depth;
    private int elements;

    PlainTags(PlainCursor cursor, PlainNotes notes, Digits digits, Bounds bounds) {
        this.cursor = cursor;
        this.tokens = notes.tokens();
        this.names = notes.names();
        this.scopes = notes.scopes();
        this.digits = digits;
        this.bounds = bounds;
        this.attributes = new PlainAttributes(bounds.attributes(), notes);
        this.open = new int[Math.min(bounds.depth(), DEEPEST)];
        this.outer = new int[open.length];
    }

    /** Whether there are elements whose end is still to come. */
    boolean areOpen() {
        return depth > 0;
    }

    /** Goes over a start tag, or that of an empty element. */
    void start() throws NotPlain {
        NotPlain.unless(depth < open.length && elements++ < bounds.elements());
        cursor.skip('<');
        open[depth] = name();
        outer[depth] = scopes.declarations();
        while (cursor.space() && !cursor.isAt('>') && !cursor.isAt('/')) {
            attribute();
        }
        boolean empty = cursor.isAt('/');
        cursor.skip(empty ? 1 : 0);
        cursor.skip('>');
        enter();
        if (empty) {
            leave();
        }
    }

    /** Goes over the end tag of the innermost element. */
    void end() throws NotPlain {
        int name = open[depth - 1];
        cursor.skip(2);
        NotPlain.unless(names.standsAt(name, cursor.at()));
        cursor.skip(names.length(name));
        cursor.space();
        cursor.skip('>');
        leave();
    }

    private void attribute() throws NotPlain {
        int name = name();
        cursor.space();
        cursor.skip('=');
        cursor.space();
        int from = cursor.value();
        NotPlain.unless(digits.holdAttribute(from, cursor.at()));
        int declared = names.name(name).declared();
        if (declared < 0) {
            attributes.add(name, from, cursor.at(), cursor.coded());
        } else {
            declaration(declared, from);
        }
        cursor.skip(1);
    }

    /** A namespace is taken as it stands, and is not longer than a name may be. */
    private void declaration(int prefix, int from) throws NotPlain {
        NotPlain.unless(!cursor.coded() && cursor.at() - from <= bounds.name());
        attributes.countDeclaration();
        scopes.declare(prefix, cursor.since(from), outer[depth]);
    }

    private int name() throws NotPlain {
        int name = names.take(cursor.at());
        cursor.skip(names.length(name));
        return name;
    }

    /** Notes what was declared, then the attributes, whose prefixes have their meaning now. */
    private void enter() throws NotPlain {
        for (int i = outer[depth]; i < scopes.declarations(); i++) {
            int prefix = scopes.prefix(i);
            note(PlainTokens.DECLARATION, prefix, scopes.meaning(prefix));
        }
        attributes.note();
        Name element = names.name(open[depth]);
        note(PlainTokens.START, open[depth], scopes.meaning(element.prefix()));
        digits.element(element.number());
        depth++;
    }

    private void leave() throws NotPlain {
        depth--;
        int name = open[depth];
        note(PlainTokens.END, name, scopes.meaning(names.name(name).prefix()));
        for (int i = outer[depth]; i < scopes.declarations(); i++) {
            tokens.add(PlainTokens.head(PlainTokens.DECLARATION_END, scopes.prefix(i), PlainScopes.NONE, false));
        }
        scopes.leave(outer[depth]);
        digits.element(false);
    }

    private void note(int kind, int name, int namespace) throws NotPlain {
        tokens.add(PlainTokens.head(kind, name, namespace, false), cursor.at());
    }
}
