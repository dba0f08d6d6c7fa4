package org.rechnungseingang.service.peppol;

import java.util.function.UnaryOperator;
import org.rechnungseingang.service.peppol.as4.EbmsError;

/**
 * A message that is wrong in one place.
 *
 * @param name in what
 * @param error what its sender hears
 * @param detail what stands in {@code eb:ErrorDetail}
 * @param nameless whether its id cannot be read, so that the answer cannot name it
 * @param message makes it of a right one
 */
record Wrong(String name, EbmsError error, String detail, boolean nameless, UnaryOperator<AMessage> message) {

    static Wrong wrong(String name, EbmsError error, UnaryOperator<AMessage> message) {
        return new Wrong(name, error, "", false, message);
    }

    Wrong withDetail(String text) {
        return new Wrong(name, error, text, nameless, message);
    }

    Wrong withoutId() {
        return new Wrong(name, error, detail, true, message);
    }

    @Override
    public String toString() {
        return name;
    }
}
