package org.rechnungseingang.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerVersionTests {

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void runsOnWhatHasBeenTried(int major) {
        ServerVersion version = new ServerVersion(major, major + ".2");

        assertThat(version.supported()).isSameAs(version);
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 14, 19})
    void refusesWhatNobodyHasTried(int major) {
        ServerVersion version = new ServerVersion(major, major + ".2");

        assertThatThrownBy(version::supported)
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("PostgreSQL %d.2 wird nicht unterstützt", major)
                .hasMessageContaining("only 15 to 18");
    }
}
