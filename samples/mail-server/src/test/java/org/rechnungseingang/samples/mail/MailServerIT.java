package org.rechnungseingang.samples.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.angus.mail.imap.AppendUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service's mailboxes rely on, asked of the real process; README.md has the figures. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class MailServerIT {

    private static final Account TOWN = Account.of("rechnung:geheim:mit:doppelpunkt:rechnung@musterstadt.example");
    private static final Account POST = Account.of("post:geheim:post@example");
    private static final String DONE = "Verarbeitet";

    @TempDir
    private static Path directory;

    private static MailServerProcess server;

    @BeforeAll
    static void start() {
        server = MailServerProcess.start(directory, List.of(TOWN, POST), "--folder=" + DONE, "--folder=Beiseite");
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @BeforeEach
    void empty() throws MessagingException {
        try (Mailbox mailbox = Mailbox.open(server, TOWN)) {
            mailbox.empty("INBOX", DONE);
        }
    }

    @Test
    void namesWhatItCan() throws MessagingException {
        try (Mailbox mailbox = Mailbox.open(server, TOWN)) {
            assertThat(List.of("IMAP4rev1", "IDLE", "MOVE", "UIDPLUS", "LITERAL+"))
                    .allMatch(capability -> has(mailbox, capability));
            assertThat(List.of("STARTTLS", "CONDSTORE", "QRESYNC", "ID", "NAMESPACE", "ENABLE"))
                    .noneMatch(capability -> has(mailbox, capability));
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        Account wrong = new Account(TOWN.login(), "falsch", TOWN.address());

        assertThatExceptionOfType(AuthenticationFailedException.class)
                .isThrownBy(() -> Mailbox.open(server, wrong).close());
    }

    @Test
    void isTrustedByItsCertificateAndByNoOther() throws Exception {
        int port = server.ports().imaps();
        try (Mailbox mailbox = Mailbox.trusting(server.certificate(), port, TOWN)) {
            assertThat(mailbox.inbox().exists()).isTrue();
        }
        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(() ->
                        Mailbox.connect("imaps", port, TOWN, new Properties()).close())
                .withMessageContaining("PKIX");
    }

    @Test
    void refusesMailForSomebodyUnknown() {
        assertThatExceptionOfType(SendFailedException.class)
                .isThrownBy(() -> send(letter("egal").to("niemand@musterstadt.example", Instant.now())))
                .havingCause()
                .withMessageContaining("550 5.1.1");
    }

    @Test
    void takesMailFromNobody() throws Exception {
        MimeMessage automatic = letter("Unzustellbar").to(TOWN.address(), Instant.now());
        new Supplier("127.0.0.1", server.ports().smtp()).sendFromNobody(automatic);

        try (Mailbox mailbox = Mailbox.open(server, TOWN)) {
            Message kept = mailbox.inbox().getMessage(1);
            assertThat(kept.getHeader("Return-Path")).containsExactly("<>");
        }
    }

    @Test
    void tellsAnIdlingClientOfANewMail() throws Exception {
        CompletableFuture<Integer> told = new CompletableFuture<>();
        try (Mailbox mailbox = Mailbox.open(server, TOWN)) {
            mailbox.inbox().addMessageCountListener(new MessageCountAdapter() {
                @Override
                public void messagesAdded(MessageCountEvent event) {
                    told.complete(event.getMessages().length);
                }
            });
            Thread idling = new Thread(() -> idle(mailbox), "idling");
            idling.setDaemon(true);
            idling.start();

            // GreenMail does not tell of a mail that comes in the moment in which the waiting begins.
            for (int mails = 0; mails < 30 && !told.isDone(); mails++) {
                send(letter("neu").to(TOWN.address(), Instant.now()));
                told.copy().completeOnTimeout(0, 2, TimeUnit.SECONDS).join();
            }

            assertThat(told).isCompletedWithValueMatching(mails -> mails > 0);
        }
    }

    @Test
    void takesMailWhileAnIdlingClientBreaksOff() throws Exception {
        for (int round = 0; round < 5; round++) {
            Mailbox broken = Mailbox.open(server, TOWN);
            Thread idling = new Thread(() -> idle(broken), "idling");
            idling.setDaemon(true);
            idling.start();
            broken.inbox().forceClose();
            send(letter("Runde " + round).to(TOWN.address(), Instant.now()));
        }
        try (Mailbox mailbox = Mailbox.open(server, TOWN)) {
            assertThat(mailbox.inbox().getMessageCount()).isEqualTo(5);
        }
    }

    @Test
    void movesAMailWithItsFlagsAndItsTimeOfArrival() throws Exception {
        send(letter("zum Verschieben").to(TOWN.address(), Instant.now()));
        try (Mailbox mailbox = Mailbox.open(server, TOWN)) {
            Message mail = mailbox.inbox().getMessage(1);
            Date arrived = mail.getReceivedDate();
            mail.setFlag(Flags.Flag.FLAGGED, true);

            AppendUID[] moved = mailbox.inbox().moveUIDMessages(new Message[] {mail}, mailbox.folder(DONE));

            assertThat(moved[0].uidvalidity).isEqualTo(mailbox.folder(DONE).getUIDValidity());
            Message there = mailbox.folder(DONE).getMessageByUID(moved[0].uid);
            assertThat(there.getReceivedDate()).isEqualTo(arrived).isCloseTo(new Date(), 120_000);
            assertThat(there.isSet(Flags.Flag.FLAGGED)).isTrue();
            assertThat(mailbox.count("INBOX")).isZero();
        }
    }

    @Test
    void givesEachMailANumberThatIsNeverUsedAgain() throws Exception {
        long next;
        long validity;
        try (Mailbox mailbox = Mailbox.open(server, TOWN)) {
            validity = mailbox.inbox().getUIDValidity();
            next = mailbox.inbox().getUIDNext();
        }
        send(letter("eins").to(TOWN.address(), Instant.now()), letter("zwei").to(TOWN.address(), Instant.now()));
        try (Mailbox mailbox = Mailbox.open(server, TOWN)) {
            assertThat(mailbox.uid(mailbox.inbox().getMessage(2))).isEqualTo(next + 1);
            mailbox.empty("INBOX");
        }
        send(letter("drei").to(TOWN.address(), Instant.now()));
        try (Mailbox mailbox = Mailbox.open(server, TOWN)) {
            assertThat(mailbox.uid(mailbox.inbox().getMessage(1))).isEqualTo(next + 2);
            assertThat(mailbox.inbox().getUIDValidity()).isEqualTo(validity);
        }
    }

    @Test
    void keepsAMailByteByByte() throws Exception {
        MimeMessage mail = letter("Anhang")
                .attach("daten.bin", "application/octet-stream", random(100_000))
                .to(TOWN.address(), Instant.now());
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        mail.writeTo(sent);
        send(mail);

        try (Mailbox mailbox = Mailbox.open(server, TOWN)) {
            String kept = latin1(Mailbox.bytes(mailbox.inbox().getMessage(1)));
            assertThat(kept).startsWith("Return-Path: <rechnung@papierhaus-sonnberg.example>\r\nReceived: from ");
            assertThat(kept.stripTrailing()).endsWith(latin1(sent.toByteArray()).stripTrailing());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kein Kopf",
                "Content-Type: ;;;\r\n\r\nx",
                "Content-Type: multipart/mixed\r\n\r\nnichts",
                "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: kaputt",
                "From: @@@ <<\r\nDate: gestern\r\nContent-Transfer-Encoding: quatsch\r\n\r\nx",
            })
    void keepsBrokenMailsToo(String broken) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.ports().smtp());
                BufferedReader answers =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            String dialogue = "HELO x\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<" + TOWN.address() + ">\r\nDATA\r\n"
                    + broken + "\r\n.\r\nQUIT\r\n";
            socket.getOutputStream().write(dialogue.getBytes(StandardCharsets.UTF_8));
            assertThat(answers.lines().map(line -> line.substring(0, 3)))
                    .containsExactly("220", "250", "250", "250", "354", "250", "221");
        }
        try (Mailbox mailbox = Mailbox.open(server, TOWN)) {
            assertThat(latin1(Mailbox.bytes(mailbox.inbox().getMessage(1)))).contains(broken);
        }
    }

    @Test
    void takesAMailOfTwentyMegabytes() throws Exception {
        byte[] content = random(20_000_000);
        send(letter("groß")
                .attach("groß.bin", "application/octet-stream", content)
                .to(TOWN.address(), Instant.now()));

        try (Mailbox mailbox = Mailbox.open(server, TOWN)) {
            byte[] bytes = Mailbox.bytes(mailbox.inbox().getMessage(1));
            assertThat(bytes).hasSizeGreaterThan(content.length);
            assertThat(attachment(bytes)).isEqualTo(content);
        }
    }

    @Test
    void holdsAThousandMailsForSeveralClients() throws Exception {
        send(IntStream.range(0, 1000)
                .mapToObj(number -> letter("Nr. " + number).to(TOWN.address(), Instant.now()))
                .toArray(MimeMessage[]::new));

        try (Mailbox first = Mailbox.open(server, TOWN);
                Mailbox second = Mailbox.open(server, TOWN)) {
            assertThat(first.inbox().getMessageCount()).isEqualTo(1000);
            Message[] half = first.inbox().getMessages(1, 500);
            first.inbox().moveMessages(half, first.folder(DONE));

            assertThat(second.count(DONE)).isEqualTo(500);
            assertThat(second.count("INBOX")).isEqualTo(500);
        }
    }

    @Test
    void keepsTheMailboxesApart() throws Exception {
        send(letter("für die Stadt").to(TOWN.address(), Instant.now()));

        try (Mailbox other = Mailbox.open(server, POST)) {
            assertThat(other.inbox().getMessageCount()).isZero();
        }
    }

    private static Letter letter(String subject) {
        return Letter.from("Jutta Sonnberg", "rechnung@papierhaus-sonnberg.example", subject, "Grüße\n.\n..\n");
    }

    private static void send(MimeMessage... mails) throws MessagingException {
        new Supplier("127.0.0.1", server.ports().smtp()).send(List.of(mails));
    }

    private static void idle(Mailbox mailbox) {
        try {
            mailbox.inbox().idle(true);
        } catch (MessagingException | IllegalStateException e) {
            // The test has closed the mailbox.
        }
    }

    private static boolean has(Mailbox mailbox, String capability) {
        try {
            return mailbox.store().hasCapability(capability);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] attachment(byte[] mail) throws Exception {
        MimeMessage read = new MimeMessage(null, new ByteArrayInputStream(mail));
        return ((jakarta.mail.Multipart) read.getContent())
                .getBodyPart(1)
                .getInputStream()
                .readAllBytes();
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(4711).nextBytes(bytes);
        return bytes;
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
