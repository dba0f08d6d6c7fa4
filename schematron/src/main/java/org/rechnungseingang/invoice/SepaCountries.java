package org.rechnungseingang.invoice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The countries that a SEPA credit transfer reaches; the file beside this class says where the list is from. */
final class SepaCountries {

    private static final Map<String, Integer> LENGTHS = read();

    private SepaCountries() {}

    /** How many characters an IBAN of this country has; empty if the country is not part of SEPA. */
    static Optional<Integer> lengthOfIban(String country) {
        return Optional.ofNullable(LENGTHS.get(country));
    }

    private static Map<String, Integer> read() {
        InputStream file = Objects.requireNonNull(SepaCountries.class.getResourceAsStream("sepa-countries.txt"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 2))
                    .collect(Collectors.toUnmodifiableMap(parts -> parts[0], parts -> Integer.valueOf(parts[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
