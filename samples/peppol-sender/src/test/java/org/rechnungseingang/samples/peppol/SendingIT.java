package org.rechnungseingang.samples.peppol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rechnungseingang.samples.peppol.Program.Receiver;
import org.rechnungseingang.samples.peppol.Program.Run;

/** Two access points, each in a process of its own. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SendingIT {

    @TempDir
    private static Path directory;

    private static Path pki;
    private static Receiver receiver;

    @TempDir
    private Path out;

    @BeforeAll
    static void start() throws Exception {
        pki = directory.resolve("pki");
        assertThat(Program.run("pki", pki.toString()).lines()).containsExactly("made " + pki);
        Path received = Files.createDirectories(directory.resolve("received"));
        receiver = Program.receive(received, "--pki", pki.toString(), "--as", "access-point");
    }

    @AfterAll
    static void end() {
        receiver.close();
    }

    @Test
    void getsVerifiedReceiptsForUblAndCii() throws Exception {
        Run run = send(receiver.url(), "--out", out.toString(), Samples.UBL.toString(), Samples.CII.toString());

        assertThat(run.code()).isZero();
        assertThat(run.lines()).hasSize(3);
        for (String line : run.lines().subList(0, 2)) {
            String[] fields = line.split("\t", -1);
            assertThat(fields).hasSize(5).contains("HTTP 200", "receipt verified");
            assertThat(received(fields[1])).contains("<sh:InstanceIdentifier>" + fields[2] + "<");
            assertThat(out.resolve(fields[1] + ".receipt.xml"))
                    .content()
                    .contains("<eb:RefToMessageId>" + fields[1] + "<");
        }
    }

    @Test
    void addressesWithWhatItIsTold() throws Exception {
        Run run = send(
                receiver.url(),
                "--message-id=told@test",
                "--sbdh-id=envelope-1",
                "--sender=0088:7300010000001",
                "--receiver=9915:test",
                "--document-type=busdox-docid-qns::urn:a::B##urn:c::2.1",
                "--process=urn:process",
                "--country=AT",
                "--mls-to=0242:000200",
                "--mls-type=FAILURE_ONLY",
                Samples.UBL.toString());

        assertThat(run.code()).isZero();
        assertThat(received("told@test"))
                .contains(
                        "<sh:InstanceIdentifier>envelope-1<",
                        ">0088:7300010000001<",
                        ">9915:test<",
                        ">urn:a::B##urn:c::2.1<",
                        ">urn:process<",
                        ">AT<",
                        ">MLS_TO<",
                        ">0242:000200<",
                        ">FAILURE_ONLY<");
    }

    @Test
    void sendsOftenAndAtTheSameTime() throws Exception {
        Run run = send(receiver.url(), "--times=6", "--threads=3", Samples.UBL.toString());

        assertThat(run.code()).isZero();
        assertThat(run.lines()).hasSize(7).last().asString().startsWith("6 sent, 6 receipts verified");
    }

    @ParameterizedTest
    @CsvSource({
        "sender-foreign, unsupported certificate issuer",
        "sender-smp, unsupported certificate issuer",
        "sender-expired, certificate is already expired",
        "sender-revoked, certificate is revoked"
    })
    void sendsToNobodyItDoesNotBelieve(String name, String reason) throws Exception {
        Run run = send(receiver.url(), "--to", name + ".pem", Samples.UBL.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.lines()).singleElement().asString().contains("HTTP -").endsWith(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "sender-foreign, EBMS:0102 failure FailedDecryption, signature check failed",
        "sender-smp, EBMS:0102 failure FailedDecryption, No trusted certs found",
        "sender-revoked, EBMS:0101 failure FailedAuthentication, revoked"
    })
    void takesNothingFromWhomItDoesNotBelieve(String name, String error, String detail) throws Exception {
        Run run = send(receiver.url(), "--as", name, "--message-id=from-" + name, Samples.UBL.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.lines()).singleElement().asString().contains("error " + error, detail);
        assertThat(receiver.directory().resolve("from-" + name + ".xml")).doesNotExist();
    }

    @Test
    void keepsTheErrorOfAReceiverWhoCannotDecrypt() throws Exception {
        Run run = send(
                receiver.url(),
                "--to=other-sender.pem",
                "--message-id=for-another",
                "--out=" + out,
                Samples.UBL.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.lines()).singleElement().asString().contains("Cannot find key");
        assertThat(out.resolve("for-another.error.xml")).content().contains("EBMS:0102");
    }

    @Test
    void tellsWhetherAReceiptIsSigned() throws Exception {
        assertThat(forged(answer -> answer.replaceAll("<wsse:Security .*</wsse:Security>", "")))
                .contains("receipt not verified", "not signed");
    }

    @Test
    void tellsWhetherAReceiptIsAsItWasSigned() throws Exception {
        assertThat(forged(answer -> answer.replace("<eb:Timestamp>20", "<eb:Timestamp>19")))
                .contains("answer refused")
                .doesNotContain("receipt verified");
    }

    @Test
    void tellsWhetherAReceiptIsForThisMessage() throws Exception {
        List<String> answers = new ArrayList<>();

        assertThat(forged(answer -> {
                    answers.add(answer);
                    return answers.get(0);
                }))
                .contains("receipt verified");
        assertThat(forged(answer -> answers.get(0)))
                .contains("receipt not verified", "not found in the source list", "for another message");
    }

    @Test
    void endsWithTheProcessThatItIsBoundTo() throws Exception {
        Process bound = new ProcessBuilder("sleep", "600").start();
        try (Receiver other =
                Program.receive(out, "--pki", pki.toString(), "--end-with-pid", String.valueOf(bound.pid()))) {
            assertThat(other.process().isAlive()).isTrue();

            bound.destroyForcibly();

            assertThat(other.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private static String forged(UnaryOperator<String> change) throws IOException {
        try (Forger forger = new Forger(receiver.url(), change)) {
            return send(forger.url(), Samples.UBL.toString()).lines().get(0);
        }
    }

    private static Run send(String url, String... more) throws IOException {
        return Program.run(Stream.concat(Stream.of("send", "--url", url, "--pki", pki.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private static String received(String id) throws IOException {
        return Files.readString(receiver.directory().resolve(id + ".xml"));
    }
}
