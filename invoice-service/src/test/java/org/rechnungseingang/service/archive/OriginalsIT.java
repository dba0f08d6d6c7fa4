package org.rechnungseingang.service.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.service.town.Behind;
import org.rechnungseingang.service.town.Towns;
import org.rechnungseingang.service.town.WithTwoTowns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@WithTwoTowns
class OriginalsIT {

    private static final int MEBIBYTE = 1 << 20;

    @Autowired
    private Originals originals;

    @Autowired
    private Towns towns;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Behind behind;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, MEBIBYTE - 1, MEBIBYTE, MEBIBYTE + 1, 3 * MEBIBYTE, 15_000_000})
    void givesBackWhatItWasGiven(int size) {
        byte[] bytes = random(size);
        Sha256 name = keep("anstadt", bytes);
        assertThat(name).isEqualTo(Sha256.of(bytes));
        assertThat(read("anstadt", name)).isEqualTo(bytes);
    }

    @Test
    void keepsTheSameBytesOnce() {
        byte[] bytes = random(MEBIBYTE + 7);
        Sha256 name = keep("anstadt", bytes);
        assertThat(keep("anstadt", bytes)).isEqualTo(name);
        assertThat(read("anstadt", name)).isEqualTo(bytes);
    }

    @Test
    void hidesThemFromAnotherTown() {
        Sha256 name = keep("anstadt", random(100));
        assertThatIllegalStateException().isThrownBy(() -> read("beistadt", name));
    }

    @Test
    void noticesADamagedOriginal() {
        Sha256 name = keep("anstadt", random(2 * MEBIBYTE));
        behind.changePastAllConstraints("update original_chunk set bytes = set_byte(bytes, 9, 255 - get_byte(bytes, 9))"
                + " where number = 1 and sha256 = '" + name + "'");
        assertThatIllegalStateException()
                .isThrownBy(() -> read("anstadt", name))
                .withMessageContaining("hash");
    }

    @Test
    void keepsNothingOutsideATransaction() {
        org.assertj.core.api.Assertions.assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> towns.in("anstadt", () -> originals.keep(random(10))));
    }

    private Sha256 keep(String town, byte[] bytes) {
        return towns.in(town, () -> transaction.execute(status -> originals.keep(bytes)));
    }

    private byte[] read(String town, Sha256 name) {
        return towns.in(town, () -> originals.read(name));
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        if (size > 8) {
            // Different in each call, so that no test sees another's bytes.
            byte[] now = Long.toString(System.nanoTime()).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(now, now.length - 8, bytes, 0, 8);
        }
        return bytes;
    }
}
