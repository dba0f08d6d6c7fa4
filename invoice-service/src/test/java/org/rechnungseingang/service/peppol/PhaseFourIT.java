package org.rechnungseingang.service.peppol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.routing.TriageCause;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An access point that others have written sends, and believes our AS4 receipts. */
@WithAccessPoint
class PhaseFourIT {

    private static final Path SAMPLES =
            Path.of(System.getProperty("basedir", ".")).resolve("../samples");
    private static final String OTHER_RECEIVER = "0204:05117-31001-02";

    @TempDir
    private Path folder;

    @LocalServerPort
    private int port;

    @Autowired
    private Anstadt anstadt;

    @ParameterizedTest
    @CsvSource({"good/ubl-03-anhaenge.xml", "good/cii-07-anhang.xml", "good/ubl-07-gutschrift.xml"})
    void sendsAnInvoiceAndVerifiesTheReceipt(String sample) throws Exception {
        String messageId = UUID.randomUUID() + "@phase4.example";

        assertThat(send(messageId, SAMPLES.resolve(sample), AMessage.RECEIVER)).contains("receipt verified");

        assertThat(anstadt.messages(messageId)).singleElement().satisfies(taken -> {
            assertThat(taken.accessPoint()).isEqualTo("POP000200");
            assertThat(taken.receiver()).isEqualTo(AMessage.RECEIVER);
            assertThat(taken.idReused()).isFalse();
        });
    }

    @Test
    void leavesEvidenceThatIsVerifiedWithoutTheService() throws Exception {
        String messageId = UUID.randomUUID() + "@phase4.example";
        send(messageId, SAMPLES.resolve("good/cii-01-strom.xml"), AMessage.RECEIVER);

        Map<String, byte[]> evidence = anstadt.evidence(messageId);

        assertThat(evidence).containsOnlyKeys("envelope.xml", "payload.bin", "receipt.xml", "README.txt");
        String envelope = new String(evidence.get("envelope.xml"), StandardCharsets.UTF_8);
        String digest = Base64.getEncoder().encodeToString(digest(evidence.get("payload.bin")));
        assertThat(SignedAnswer.references(envelope)).anyMatch(reference -> reference.endsWith(" " + digest));
        assertThat(SignedAnswer.by("access-point", evidence.get("receipt.xml")).received())
                .isEqualTo(SignedAnswer.references(envelope));
    }

    /** The sample names an office of another town; addressed it was to one of this. */
    @Test
    void leavesToAPersonWhatWasDeliveredToAnotherRoutingIdThanTheInvoiceNames() throws Exception {
        String messageId = UUID.randomUUID() + "@phase4.example";

        send(messageId, SAMPLES.resolve("good/ubl-04-zwei-steuersaetze.xml"), OTHER_RECEIVER);

        assertThat(anstadt.triage(messageId)).isEqualTo(TriageCause.CONTRADICTED.name());
    }

    private String send(String messageId, Path file, String receiver) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        Process sender = new ProcessBuilder(TestPki.command(List.of(
                        "send",
                        "--url=http://127.0.0.1:" + port + "/as4",
                        "--pki=" + TestPki.folder(),
                        "--message-id=" + messageId,
                        "--receiver=" + receiver,
                        file.toString())))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        sender.waitFor();
        assertThat(sender.exitValue()).as(Files.readString(said)).isZero();
        return Files.readString(said);
    }

    private static byte[] digest(byte[] bytes) {
        return HexFormat.of().parseHex(Sha256.of(bytes).hex());
    }
}
