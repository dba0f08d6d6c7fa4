package org.rechnungseingang.samples.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class MainIT {

    private static final Account TOWN = Account.of("rechnung:geheim:rechnung@musterstadt.example");

    @TempDir
    private Path directory;

    @Test
    void endsWithTheProcessThatItIsBoundTo() throws Exception {
        Process bound = new ProcessBuilder("sleep", "600").start();
        MailServerProcess server = MailServerProcess.start(directory, List.of(TOWN), "--end-with-pid=" + bound.pid());
        assertThat(server.process().isAlive()).isTrue();

        bound.destroyForcibly();

        assertThat(server.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void startsAgainOnTheSamePortsWithEmptyMailboxesOfAnotherValidity() throws Exception {
        Ports ports;
        long validity;
        try (MailServerProcess first = MailServerProcess.start(directory, List.of(TOWN));
                Mailbox mailbox = Mailbox.open(first, TOWN)) {
            ports = first.ports();
            validity = mailbox.inbox().getUIDValidity();
            new Supplier("127.0.0.1", ports.smtp())
                    .send(List.of(Letter.from("A", "a@b.example", "weg", "weg").to(TOWN.address(), Instant.now())));
        }

        // The validity is the second in which the mailbox was made.
        while (Instant.now().getEpochSecond() <= validity) {
            Thread.sleep(50);
        }
        try (MailServerProcess second = MailServerProcess.start(
                        directory,
                        List.of(TOWN),
                        "--smtp-port=" + ports.smtp(),
                        "--imap-port=" + ports.imap(),
                        "--imaps-port=" + ports.imaps());
                Mailbox mailbox = Mailbox.open(second, TOWN)) {
            assertThat(second.ports()).isEqualTo(ports);
            assertThat(mailbox.inbox().getMessageCount()).isZero();
            assertThat(mailbox.inbox().getUIDValidity()).isGreaterThan(validity);
        }
    }

    @Test
    void givesMailForTheUnknownToWhomItIsTold() throws Exception {
        try (MailServerProcess server = MailServerProcess.start(directory, List.of(TOWN), "--others-to=rechnung")) {
            new Supplier("127.0.0.1", server.ports().smtp())
                    .send(List.of(Letter.from("A", "a@b.example", "an alle", "Text")
                            .to("niemand@irgendwo.example", Instant.now())));

            try (Mailbox mailbox = Mailbox.open(server, TOWN)) {
                assertThat(mailbox.inbox().getMessageCount()).isEqualTo(1);
            }
        }
    }
}
