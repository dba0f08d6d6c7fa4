package org.rechnungseingang.service.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HarmlessTests {

    @Test
    void leavesOrdinaryTextAlone() {
        assertThat(Harmless.line("Rechnung Nr. 4711 – Ayşe Müller, 12,50 € \uD83D\uDE00"))
                .isEqualTo("Rechnung Nr. 4711 – Ayşe Müller, 12,50 € \uD83D\uDE00");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x08, 0x0B, 0x0D, 0x1B, 0x7F, 0x85, 0x9B, 0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029,
                0x202A, 0x202E, 0x2066, 0x2069, 0xFEFF, 0xD800, 0xDFFF, 0xE0041
            })
    void spellsOutWhatHidesOrDisguises(int character) {
        String text = "a" + Character.toString(character) + "b";

        assertThat(Harmless.text(text))
                .isEqualTo(Harmless.line(text))
                .matches("a\\\\u(\\p{XDigit}{4}|\\{\\p{XDigit}+})b")
                .containsIgnoringCase(Integer.toHexString(character));
    }

    @Test
    void keepsLineEndsOnlyWhereTheFormatHoldsTheMessageTogether() {
        assertThat(Harmless.text("a\n\tb")).isEqualTo("a\n\tb");
        assertThat(Harmless.line("a\n\tb")).isEqualTo("a\\u000A\\u0009b");
    }
}
