package org.rechnungseingang.samples.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTests {

    @Test
    void isReadFromOneOption() {
        Account account = Account.of("rechnung:ge:heim:rechnung@musterstadt.example");

        assertThat(account).isEqualTo(new Account("rechnung", "ge:heim", "rechnung@musterstadt.example"));
        assertThat(account).hasToString("rechnung:ge:heim:rechnung@musterstadt.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rechnung", "rechnung:geheim", ":geheim:a@b", "rechnung:geheim:"})
    void needsAllThreeParts(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Account.of(text));
    }
}
