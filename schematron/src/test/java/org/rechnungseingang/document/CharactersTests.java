package org.rechnungseingang.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CharactersTests {

    @Test
    void stopsATextAtTheFirstByteThatNeedsALook() {
        for (int value = 0; value < 256; value++) {
            boolean stops = value < ' ' || value > 0x7f || "<&]".indexOf(value) >= 0;
            for (int at = 0; at < 20; at++) {
                byte[] bytes = text((byte) value, at);
                assertThat(Characters.skipText(bytes, 0))
                        .as("%d at %d", value, at)
                        .isEqualTo(stops ? at : 24);
            }
        }
    }

    /** A harmless text of 24 bytes with that byte in it, and one after it that looks like trouble to a subtraction. */
    private static byte[] text(byte value, int at) {
        byte[] bytes = new byte[24];
        Arrays.fill(bytes, (byte) ' ');
        bytes[at] = value;
        bytes[at + 1] = ' ' + 1;
        return Characters.padded(bytes);
    }
}
