package org.rechnungseingang.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.invoice.LeitwegId.Missing;
import org.rechnungseingang.invoice.LeitwegId.Ok;
import org.rechnungseingang.invoice.LeitwegId.WrongCheckDigits;
import org.rechnungseingang.invoice.LeitwegId.WrongForm;

class LeitwegIdTests {

    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "04011000-1234512345-06",
                "05117-31001-02",
                "053820072072-31001-73",
                "05914-31001-55",
                "991-33333TEST-33",
                "992-90009-96"
            })
    void acceptsRightCheckDigits(String text) {
        assertThat(LeitwegId.of(text))
                .isInstanceOfSatisfying(Ok.class, ok -> assertThat(ok.value()).hasToString(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"991-1234512345-06", "991-01234-44"})
    void tellsWrongCheckDigits(String text) {
        assertThat(LeitwegId.of(text)).isInstanceOfSatisfying(WrongCheckDigits.class, wrong -> {
            assertThat(wrong.text()).isEqualTo(text);
            String mended = text.substring(0, text.length() - 2) + wrong.expected();
            assertThat(LeitwegId.of(mended)).isInstanceOf(Ok.class);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "schulamt@musterstadt.example",
                "B-2026-3310",
                "1-1",
                "9-90009-96",
                "0538200720721-31001-73",
                "992-90009",
                "992--96",
                "992-90009-9",
                "992-90009-966",
                "992-90009-9A",
                "99A-90009-96",
                "992_90009_96",
                "992-9000 9-96",
                "992-9000ä-96",
                "991-33333test-33",
                "٩٩٢-90009-96",
                "992-0123456789012345678901234567890-96"
            })
    void tellsAWrongForm(String text) {
        assertThat(LeitwegId.of(text)).isEqualTo(new WrongForm(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void tellsAMissingId(String text) {
        assertThat(LeitwegId.of(text)).isEqualTo(new Missing());
    }

    @Test
    void ignoresBlanksAroundIt() {
        assertThat(LeitwegId.of("\n  992-90009-96 ").id()).hasToString("Optional[992-90009-96]");
    }

    @Test
    void worksWithoutAFinePart() {
        LeitwegId id = LeitwegId.withCheckDigits("05999001", Optional.empty());
        assertThat(LeitwegId.of(id.toString()).id()).contains(id);
    }

    @Test
    void cannotBeMadeOfPartsThatDoNotFit() {
        assertThatThrownBy(() -> new LeitwegId("992", Optional.of("90009"), "95"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LeitwegId.withCheckDigits("992", Optional.of("ß")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<LeitwegId> randomIds() {
        Random random = new Random(42);
        return Stream.generate(() -> LeitwegId.withCheckDigits(
                        text(random, 2 + random.nextInt(11), 10),
                        Optional.of(random.nextInt(31))
                                .filter(length -> length > 0)
                                .map(length -> text(random, length, 36))))
                .limit(300);
    }

    @ParameterizedTest
    @MethodSource("randomIds")
    void readsWhatItWrites(LeitwegId id) {
        assertThat(LeitwegId.of(id.toString()).id()).contains(id);
        assertThat(id.toString()).hasSizeLessThanOrEqualTo(46);
    }

    /** The check digits are there for slips: one wrong character, or two neighbours swapped. */
    @ParameterizedTest
    @MethodSource("randomIds")
    void noticesEverySlip(LeitwegId id) {
        String text = id.toString();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                char other = c == '9' ? '0' : (char) (c + 1);
                assertThat(LeitwegId.of(text.substring(0, i) + other + text.substring(i + 1)))
                        .isInstanceOf(WrongCheckDigits.class);
            }
            boolean swappable = i > 0 && c != text.charAt(i - 1) && c != '-' && text.charAt(i - 1) != '-';
            if (swappable && Character.isDigit(c) && Character.isDigit(text.charAt(i - 1))) {
                String swapped = text.substring(0, i - 1) + c + text.charAt(i - 1) + text.substring(i + 1);
                assertThat(LeitwegId.of(swapped)).isInstanceOf(WrongCheckDigits.class);
            }
        }
    }

    private static String text(Random random, int length, int letters) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(letters)));
        }
        return text.toString();
    }
}
