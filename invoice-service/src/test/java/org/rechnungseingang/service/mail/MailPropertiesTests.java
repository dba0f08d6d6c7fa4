package org.rechnungseingang.service.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MailPropertiesTests {

    private static final String BOX = "rechnungseingang.mail.anstadt.mailboxes.rechnung.";

    @Test
    void haveDefaultsThatAreSafe() {
        Mailbox mailbox = bind(Map.of());

        assertThat(mailbox.tls()).isEqualTo(Tls.IMPLICIT);
        assertThat(mailbox.portOrDefault()).isEqualTo(993);
        assertThat(mailbox.folders()).isEqualTo(new Mailbox.Folders("INBOX", "Verarbeitet", "Beiseite"));
        assertThat(mailbox.pollInterval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(mailbox.lease()).isEqualTo(Duration.ofSeconds(20));
        assertThat(mailbox.attempts()).isEqualTo(5);
    }

    @Test
    void nameAFileOfCertificates() {
        Mailbox mailbox = bind(Map.of("trust", "/etc/ssl/town.pem"));

        assertThat(mailbox.trustFile()).contains(Path.of("/etc/ssl/town.pem"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap.town.example", "10.0.0.1", "localhost.town.example", "127.0.0.1.town.example"})
    void refuseALineInTheOpenToAnotherMachine(String host) {
        assertThatThrownBy(() -> bind(Map.of("tls", "none", "host", host)))
                .rootCause()
                .hasMessageContaining("NONE is allowed on this machine only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "::1"})
    void allowALineInTheOpenWithinThisMachine(String host) {
        assertThat(bind(Map.of("tls", "none", "host", host)).portOrDefault()).isEqualTo(143);
    }

    @Test
    void refuseToWaitLongerThanServersDo() {
        assertThatThrownBy(() -> bind(Map.of("idle-renewal", "30m")))
                .rootCause()
                .hasMessageContaining("29 minutes");
    }

    @Test
    void doNotShowThePassword() {
        assertThat(bind(Map.of("password", "geheim")).toString()).doesNotContain("geheim");
    }

    private static Mailbox bind(Map<String, String> settings) {
        Map<String, String> all =
                new HashMap<>(Map.of(BOX + "host", "imap.town.example", BOX + "login", "l", BOX + "password", "p"));
        settings.forEach((key, value) -> all.put(BOX + key, value));
        return new Binder(new MapConfigurationPropertySource(all))
                .bind("rechnungseingang", MailProperties.class)
                .get()
                .mail()
                .get("anstadt")
                .mailboxes()
                .get("rechnung");
    }
}
