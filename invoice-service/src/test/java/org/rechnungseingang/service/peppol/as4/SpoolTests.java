package org.rechnungseingang.service.peppol.as4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTests {

    private static final int IN_MEMORY = 256 << 10;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, IN_MEMORY - 1, IN_MEMORY, IN_MEMORY + 1, 1_000_000})
    void keepsWhatItReads(int size) throws IOException {
        byte[] bytes = bytes(size);

        Spool spool = Spool.of(new Trickle(bytes), size);

        assertThat(spool.size()).isEqualTo(size);
        assertThat(spool.toBytes()).isEqualTo(bytes);
        assertThat(spool.open().readAllBytes()).isEqualTo(bytes);
        assertThat(spool.open().readAllBytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 65_536, IN_MEMORY, IN_MEMORY + 1, 1_000_000})
    void readsNoMoreThanAllowed(int size) {
        assertThatThrownBy(() -> Spool.of(new Trickle(bytes(size)), size - 1)).isInstanceOf(Spool.TooLarge.class);
    }

    @Test
    void endsWithAStreamThatNeverEnds() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] into, int start, int length) {
                return length;
            }
        };

        assertThatThrownBy(() -> Spool.of(endless, 10 << 20)).isInstanceOf(Spool.TooLarge.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, IN_MEMORY, IN_MEMORY + 1})
    void keepsWhatIsWritten(int size) {
        byte[] bytes = bytes(size);

        assertThat(Spool.written(size, buffer -> buffer.put(bytes)).toBytes()).isEqualTo(bytes);
    }

    @Test
    void holdsNoMoreThanWasWritten() {
        assertThat(Spool.written(100, buffer -> buffer.put(new byte[40])).size())
                .isEqualTo(40);
    }

    @Test
    void goesBackToAMark() throws IOException {
        InputStream in = Spool.of(new byte[] {1, 2, 3}).open();
        in.read();
        in.mark(1);
        in.read();
        in.reset();

        assertThat(in.read()).isEqualTo(2);
        assertThat(in.available()).isEqualTo(1);
        assertThat(in.read()).isEqualTo(3);
        assertThat(in.read()).isEqualTo(-1);
        assertThat(in.read(new byte[1])).isEqualTo(-1);
    }

    @Test
    void readsBytesAboveAsciiAsTheyAre() throws IOException {
        assertThat(Spool.of(new byte[] {-1}).open().read()).isEqualTo(255);
    }

    @Test
    void tellsAStreamThatBreaksFromAFileThatBreaks() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken");
            }
        };

        assertThatThrownBy(() -> Spool.of(broken, 10))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(UncheckedIOException.class);
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    /** Gives less than it is asked for, as a wire does. */
    private static final class Trickle extends ByteArrayInputStream {

        Trickle(byte[] bytes) {
            super(Arrays.copyOf(bytes, bytes.length));
        }

        @Override
        public int read(byte[] into, int start, int length) {
            return super.read(into, start, Math.min(length, 10_007));
        }
    }
}
