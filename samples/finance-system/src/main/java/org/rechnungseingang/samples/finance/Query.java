package org.rechnungseingang.samples.finance;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands behind the question mark. */
record Query(Map<String, String> values) {

    static Query of(URI uri) {
        return new Query(
                Stream.of(Optional.ofNullable(uri.getQuery()).orElse("").split("&"))
                        .filter(pair -> pair.contains("="))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> second)));
    }

    /** @throws IllegalArgumentException if it is no number, or not one of these */
    long number(String name, long absent, long least, long most) {
        String text = values.get(name);
        if (text == null) {
            return absent;
        }
        long number = Long.parseLong(text);
        if (number < least || number > most) {
            throw new IllegalArgumentException(name + " must be from " + least + " to " + most);
        }
        return number;
    }
}
