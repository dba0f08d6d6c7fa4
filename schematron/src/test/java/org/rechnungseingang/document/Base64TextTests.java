package org.rechnungseingang.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Base64TextTests {

    @ParameterizedTest
    @CsvSource({
        "AAAA, true, 3",
        "AA==, true, 1",
        "'AA\r\n\tA =', true, 2",
        "'', true, 0",
        "====, false, 0",
        "AAA, false, 2",
        "AA=A, false, 2",
        "AA=, false, 1",
        "AA-_, false, 1",
        "AAAAAAAAAAAAAAA., false, 11",
        "AAAAAAAAAAAAAAA:, false, 11",
        "AAAAAAAAAAAAAAA@, false, 11",
        "AAAAAAAAAAAAAAA[, false, 11",
        "AAAAAAAAAAAAAAA`, false, 11",
        "AAAAAAAAAAAAAAA{, false, 11",
        "'AAAAAAAAAAAAAAA,', false, 11",
    })
    void tellsBase64AndItsSize(String text, boolean valid, long size) {
        assertThat(asBytes(text, text.length())).isEqualTo(valid + " " + size);
        assertThat(asCharacters(text)).isEqualTo(valid + " " + size);
    }

    @Test
    void takesEveryOneOfThe64Characters() {
        Random random = new Random(64);
        byte[] file = new byte[10_000];
        for (int i = 0; i < 100; i++) {
            random.nextBytes(file);
            String text = Base64.getEncoder().encodeToString(file);
            assertThat(asBytes(text, 1 + random.nextInt(text.length()))).isEqualTo("true " + file.length);
        }
    }

    @Test
    void seesTheSameInBytesAndInCharacters() {
        Random random = new Random(46);
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text =
                    new StringBuilder("A".repeat(random.nextInt(12)) + "Zz09+/ab".repeat(random.nextInt(2)));
            text.insert(random.nextInt(text.length() + 1), (char) random.nextInt(128));
            assertThat(asBytes(text.toString(), 1 + random.nextInt(10)))
                    .as("%s", text)
                    .isEqualTo(asCharacters(text.toString()));
        }
    }

    private static String asBytes(String text, int piece) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        Base64Text base64 = new Base64Text();
        base64.begin();
        for (int from = 0; from < bytes.length; from += piece) {
            base64.add(bytes, from, Math.min(from + piece, bytes.length));
        }
        return told(base64);
    }

    private static String asCharacters(String text) {
        Base64Text base64 = new Base64Text();
        base64.begin();
        base64.add(text.toCharArray(), 0, text.length());
        return told(base64);
    }

    private static String told(Base64Text base64) {
        return base64.isBase64() + " " + base64.size();
    }
}
