package org.rechnungseingang.service.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTests {

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff",
        "2001:db8:1:2::1, 2001:0DB8:0001:0002:0:0:0:9",
        "2001:db8:1:2::1, [2001:db8:1:2::7]",
        "fe80::1, fe80::2%eth0",
        "192.0.2.1, ::ffff:192.0.2.1"
    })
    void isOne(String address, String other) {
        assertThat(Network.of(address)).isEqualTo(Network.of(other));
    }

    @ParameterizedTest
    @CsvSource({"2001:db8:1:2::1, 2001:db8:1:3::1", "192.0.2.1, 192.0.2.2", "192.0.2.1, ::1", "192.0.2.1, ''"})
    void isAnother(String address, String other) {
        assertThat(Network.of(address)).isNotEqualTo(Network.of(other));
    }

    @Test
    void hasNoSpacesSinceLoginsHave() {
        assertThat(Network.of("no address: at all").text()).doesNotContain(" ");
    }
}
