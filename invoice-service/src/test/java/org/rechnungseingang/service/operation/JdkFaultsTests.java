package org.rechnungseingang.service.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdkFaultsTests {

    private final JdkFaults faults = JdkFaults.known();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            nullValues = "none",
            value = {
                "17.0.15+6-Debian-1deb12u1, CVE-2025-53066 CVE-2026-22016",
                "17.0.16,                   CVE-2025-53066 CVE-2026-22016",
                "17.0.17,                   CVE-2026-22016",
                "17.0.18,                   CVE-2026-22016",
                "17.0.19,                   none",
                "17.0.20.1,                 none",
                "21.0.8,                    CVE-2025-53066 CVE-2026-22016",
                "21.0.9,                    CVE-2026-22016",
                "21.0.11,                   none",
                "25,                        CVE-2025-53066 CVE-2026-22016",
                "25.0.1,                    CVE-2026-22016",
                "25.0.3,                    none",
                "26,                        CVE-2026-22016",
                "26.0.1,                    none",
                "27,                        none",
            })
    void areThoseOfTheReleaseAtHand(String jdk, String expected) {
        assertThat(faults.of(Runtime.Version.parse(jdk)))
                .containsExactlyElementsOf(expected == null ? List.of() : Arrays.asList(expected.split(" ")));
    }

    // Lines that nobody mends any more.
    @ParameterizedTest
    @CsvSource({"18.0.2", "20.0.2", "23.0.2", "24.0.2"})
    void stayInALineThatHasNoUpdates(String jdk) {
        assertThat(faults.of(Runtime.Version.parse(jdk))).containsExactly("CVE-2025-53066", "CVE-2026-22016");
    }

    @Test
    void comeFromATableThatCoversTheBaseline() {
        assertThat(faults.mendedIn().values())
                .allSatisfy(mended -> assertThat(mended)
                        .extracting(Runtime.Version::feature)
                        .contains(17, 21, 25)
                        .isSorted());
    }
}
