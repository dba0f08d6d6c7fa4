package org.rechnungseingang.service.peppol.as4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeGzipTests {

    private static final int BUFFER = 1 << 16;

    // Random bytes keep their number, so that the end of the file comes to lie wherever the buffer ends.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 1_000_000})
    void readsAWholeFile(int size) throws IOException {
        byte[] bytes = random(size);

        assertThat(unzipped(zipped(bytes))).isEqualTo(bytes);
    }

    @Test
    void readsAWholeFileWhereverTheBufferEnds() throws IOException {
        for (int size = BUFFER - 60; size < BUFFER + 10; size++) {
            assertThat(unzipped(zipped(random(size)))).hasSize(size);
        }
    }

    @Test
    void refusesWhatFollowsWhereverTheBufferEnds() throws IOException {
        for (int size = BUFFER - 60; size < BUFFER + 10; size++) {
            byte[] zipped = zipped(random(size));
            for (int more : new int[] {1, 7, 9, 10, 11, 30}) {
                byte[] longer = Arrays.copyOf(zipped, zipped.length + more);
                assertThatThrownBy(() -> unzipped(longer)).isInstanceOf(ZipException.class);
            }
        }
    }

    @Test
    void readsFilesOneBehindTheOther() throws IOException {
        for (int size = BUFFER - 60; size < BUFFER + 10; size++) {
            byte[] one = zipped(random(size));
            byte[] two = Arrays.copyOf(one, 2 * one.length);
            System.arraycopy(one, 0, two, one.length, one.length);

            assertThat(unzipped(two)).hasSize(2 * size);
            assertThatThrownBy(() -> unzipped(Arrays.copyOf(two, two.length + 3)))
                    .isInstanceOf(ZipException.class);
        }
    }

    @Test
    void needsLittleMemoryForABomb() throws IOException {
        byte[] bomb = zipped(new byte[200 << 20]);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        assertThatThrownBy(() -> Spool.of(new WholeGzip(Spool.of(bomb).open()), 100 << 20))
                .isInstanceOf(Spool.TooLarge.class);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(4 << 20);
    }

    private static byte[] unzipped(byte[] file) throws IOException {
        return Spool.of(new WholeGzip(Spool.of(file).open()), 10 << 20).toBytes();
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
