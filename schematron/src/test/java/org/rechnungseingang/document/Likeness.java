package org.rechnungseingang.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How a document is read by the JDK's parser and as a plain one, which must be the same. */
enum Likeness {
    PLAIN,
    /** Well-formed, and left to the JDK's parser. */
    LEFT,
    /** Not well-formed or beyond a bound, for the JDK's parser. */
    REFUSED;

    static Likeness of(String document) {
        return of(document.getBytes(StandardCharsets.UTF_8), Bounds.DEFAULT);
    }

    /** Reads it both ways and fails where they differ. */
    static Likeness of(byte[] bytes, Bounds bounds) {
        Recorded expected = new Recorded();
        boolean read = isRead(bytes, bounds, expected);
        Optional<PlainDocument> plain = PlainDocument.of(Characters.padded(bytes), bytes.length, bounds);
        plain.ifPresent(document -> {
            Recorded events = new Recorded();
            assertThatCode(() -> document.sendTo(events)).doesNotThrowAnyException();
            assertThat(events.events()).isEqualTo(expected.events());
            assertThat(read).as("read by the JDK").isTrue();
        });
        return plain.isPresent() ? PLAIN : read ? LEFT : REFUSED;
    }

    private static boolean isRead(byte[] bytes, Bounds bounds, Recorded events) {
        BoundedHandler handler = new BoundedHandler(bounds, events);
        return new Parser(bounds).readAny(Characters.padded(bytes), bytes.length, handler)
                instanceof Parsing.WellFormed;
    }
}
