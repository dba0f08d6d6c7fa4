package org.rechnungseingang.service.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurabilityTests {

    @ParameterizedTest
    @CsvSource({"on,on,on", "on,on,remote_apply", "on,on,local"})
    void isCompleteWhenACommitWaitsForTheDisk(String fsync, String pages, String commit) {
        assertThat(new Durability(fsync, pages, commit).complete()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"off,on,on", "on,off,on", "on,on,off"})
    void isIncompleteWhenOneSettingIsOff(String fsync, String pages, String commit) {
        assertThat(new Durability(fsync, pages, commit).complete()).isFalse();
    }
}
