package org.rechnungseingang.document;

import java.nio.charset.StandardCharsets;
import org.rechnungseingang.document.PlainNames.Name;

/** Goes over a document once, sees whether it is plain, well-formed and within the bounds, and notes its tokens. */
final class PlainScanner {

    private static final byte[] COMMENT = "<!--".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SECTION = "<![CDATA[".getBytes(StandardCharsets.US_ASCII);

    private final PlainCursor cursor;
    private final PlainNotes notes;
    private final Bounds bounds;
    private final Digits digits;
    private final PlainTags tags;
    private int comments;
    private int instructions;

    PlainScanner(PlainCursor cursor, PlainNotes notes, Bounds bounds) {
        this.cursor = cursor;
        this.notes = notes;
        this.bounds = bounds;
        this.digits = new Digits(notes.bytes(), bounds);
        this.tags = new PlainTags(cursor, notes, digits, bounds);
    }

    /** Goes from behind the declaration to the end of the document, which is there. */
    void scan(int end) throws NotPlain {
        aside();
        tags.start();
        content();
        aside();
        NotPlain.unless(cursor.at() == end);
        // A declared prefix is a part of an attribute's name.
        NotPlain.unless(notes.names().count() + notes.scopes().namespaces() <= bounds.names());
    }

    /** What stands before and after the root. */
    private void aside() throws NotPlain {
        cursor.space();
        while (cursor.isAt('<', '!') || cursor.isAt('<', '?')) {
            if (cursor.isAt('<', '?')) {
                instruction();
            } else {
                comment();
            }
            cursor.space();
        }
    }

    private void content() throws NotPlain {
        while (tags.areOpen()) {
            text();
            if (cursor.isAt('<', '/')) {
                tags.end();
            } else if (cursor.isAt('<', '?')) {
                instruction();
            } else if (!cursor.isAt('<', '!')) {
                tags.start();
            } else if (cursor.isAt('<', '!', '[')) {
                section();
            } else {
                comment();
            }
        }
    }

    private void text() throws NotPlain {
        int from = cursor.at();
        cursor.text();
        if (cursor.at() > from) {
            NotPlain.unless(digits.holdText(from, cursor.at()));
            int head = PlainTokens.head(PlainTokens.TEXT, 0, PlainScopes.NONE, cursor.coded());
            notes.tokens().add(head, cursor.at());
        }
    }

    private void section() throws NotPlain {
        cursor.skip(SECTION);
        int from = cursor.at();
        cursor.section();
        NotPlain.unless(digits.holdText(from, cursor.at()));
        note(PlainTokens.SECTION, 0, from);
        cursor.skip(3);
    }

    private void comment() throws NotPlain {
        NotPlain.unless(comments++ < bounds.comments());
        cursor.skip(COMMENT);
        int from = cursor.at();
        cursor.until('-', '-', Characters.COMMENT);
        note(PlainTokens.COMMENT, 0, from);
        cursor.skip(2);
        cursor.skip('>');
    }

    private void instruction() throws NotPlain {
        NotPlain.unless(instructions++ < bounds.instructions());
        cursor.skip(2);
        int target = notes.names().take(cursor.at());
        Name name = notes.names().name(target);
        NotPlain.unless(name.prefix() == PlainNames.NO_PREFIX && !name.local().equalsIgnoreCase("xml"));
        cursor.skip(name.qualified().length());
        NotPlain.unless(cursor.space() || cursor.isAt('?', '>'));
        int from = cursor.at();
        cursor.until('?', '>', Characters.INSTRUCTION);
        note(PlainTokens.INSTRUCTION, target, from);
        cursor.skip(2);
    }

    /** Notes what was gone over last, to where the cursor is. */
    private void note(int kind, int name, int from) throws NotPlain {
        notes.tokens().add(PlainTokens.head(kind, name, PlainScopes.NONE, cursor.coded()), from, cursor.at());
    }
}
