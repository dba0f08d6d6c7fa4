package org.rechnungseingang.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the plain way against the JDK's parser on documents that were changed by chance. */
class PlainMutationTests {

    /** A build tells the same every time; other seeds find more. */
    private static final long SEED = Long.getLong("plain.seed", 1);

    private static final int MUTATIONS = Integer.getInteger("plain.mutations", 20_000);

    private static final Bounds TIGHT = new Bounds(4_000, 6, 5, 60, 25, 30, 20, 20, 5, 5);

    private final Map<Likeness, Integer> seen = new EnumMap<>(Likeness.class);

    @Test
    void readsEveryDocumentLikeTheJdk() {
        Mutations mutations = new Mutations(SEED);
        for (int i = 0; i < MUTATIONS; i++) {
            read(i, mutations.next(), Bounds.DEFAULT);
        }
        System.out.printf("%d documents, -Dplain.seed=%d: %s%n", MUTATIONS, SEED, seen);
        int wellFormed = seen.get(Likeness.PLAIN) + seen.get(Likeness.LEFT);
        assertThat(seen.get(Likeness.PLAIN)).isGreaterThan(MUTATIONS / 50);
        assertThat(seen.get(Likeness.LEFT)).isLessThan(wellFormed / 5);
    }

    @Test
    void keepsTheBoundsLikeTheJdk() {
        Mutations mutations = new Mutations(SEED + 1);
        for (int i = 0; i < MUTATIONS / 4; i++) {
            read(i, mutations.next(), TIGHT);
        }
        assertThat(seen.get(Likeness.PLAIN)).isPositive();
    }

    @Test
    void readsChangedSamplesLikeTheJdk() throws IOException {
        Mutations mutations = new Mutations(SEED + 2, samples());
        for (int i = 0; i < MUTATIONS / 20; i++) {
            read(i, mutations.next(), Bounds.DEFAULT);
        }
        assertThat(seen.get(Likeness.PLAIN)).isPositive();
    }

    private static List<byte[]> samples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("..", "samples"))) {
            List<byte[]> samples = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".xml"))
                    .sorted()
                    .toList()) {
                samples.add(Files.readAllBytes(file));
            }
            return samples;
        }
    }

    private void read(int number, byte[] document, Bounds bounds) {
        try {
            seen.merge(Likeness.of(document, bounds), 1, Integer::sum);
        } catch (AssertionError | RuntimeException e) {
            String text = new String(document, StandardCharsets.ISO_8859_1);
            throw new AssertionError("document " + number + " of -Dplain.seed=" + SEED + ": " + text, e);
        }
    }
}
