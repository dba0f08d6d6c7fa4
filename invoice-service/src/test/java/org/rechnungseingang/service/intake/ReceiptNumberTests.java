package org.rechnungseingang.service.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptNumberTests {

    private static final ReceiptNumber NUMBER = ReceiptNumber.next("MST", 2026, 42);

    @Test
    void namesTownYearAndRunningNumber() {
        assertThat(NUMBER.text()).matches("MST-2026-0000042-\\d{2}");
    }

    @Test
    void isReadBackFromWhatAPersonTyped() {
        assertThat(ReceiptNumber.of("  " + NUMBER.text().toLowerCase(java.util.Locale.ROOT) + " "))
                .contains(NUMBER);
    }

    @Test
    void noticesEveryWrongDigitAndEverySwapOfNeighbours() {
        LongStream.generate(() -> RandomGenerator.getDefault().nextLong(10_000_000))
                .limit(500)
                .mapToObj(running -> ReceiptNumber.next("MST", 2026, running).text())
                .forEach(ReceiptNumberTests::assertThatSlipsAreNoticed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MST", "MST-2026-0000042", "MST-2026-42-61", "../etc/passwd", "MST-2026-0000042-611"})
    void refusesWhatHasAnotherForm(String typed) {
        assertThat(ReceiptNumber.of(typed)).isEmpty();
    }

    private static void assertThatSlipsAreNoticed(String number) {
        for (int place = 9; place < 16; place++) {
            char wrong = number.charAt(place) == '9' ? '0' : (char) (number.charAt(place) + 1);
            assertThat(ReceiptNumber.of(number.substring(0, place) + wrong + number.substring(place + 1)))
                    .isEmpty();
            char left = number.charAt(place);
            char right = number.charAt(place + 1);
            if (place < 15 && left != right) {
                assertThat(ReceiptNumber.of(number.substring(0, place) + right + left + number.substring(place + 2)))
                        .isEmpty();
            }
        }
    }
}
