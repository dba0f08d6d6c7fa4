package org.rechnungseingang.service.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedTests {

    @ParameterizedTest
    @ValueSource(strings = {"\u202Efdp.exe", "\u2067fdp.exe", "\u001Bfdp.exe", "\u009Bfdp.exe"})
    void showsWhatCouldDisguiseATextInsteadOfObeyingIt(String text) {
        assertThat(Received.text(text)).isEqualTo("\uFFFDfdp.exe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Büro & Mehr e. K.", "שלום", "مرحبا", "Zeile 1\nZeile 2\tTab", "👩\u200D💻"})
    void leavesWhatPeopleWrite(String text) {
        assertThat(Received.text(text)).isEqualTo(text);
    }

    @Test
    void readsTheLineEndsOfEverySystem() {
        assertThat(Received.text("eins\r\nzwei")).isEqualTo("eins\nzwei");
    }
}
