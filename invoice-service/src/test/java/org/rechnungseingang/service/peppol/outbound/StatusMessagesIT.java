package org.rechnungseingang.service.peppol.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rechnungseingang.service.peppol.AMessage.aMessage;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.peppol.AMessage;
import org.rechnungseingang.service.peppol.Anstadt;
import org.rechnungseingang.service.peppol.ReceivingAccessPoint;
import org.rechnungseingang.service.peppol.SendingAccessPoint;
import org.rechnungseingang.service.peppol.SignedAnswer;
import org.rechnungseingang.service.peppol.TestLookup;
import org.rechnungseingang.service.peppol.WithAccessPoint;
import org.rechnungseingang.service.peppol.as4.BusinessDocument;
import org.rechnungseingang.service.peppol.as4.Spool;
import org.rechnungseingang.service.work.DeadLetter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** phase4 sends and receives: what becomes of a document is told to the access point that sent it, as it wants it told. */
@WithAccessPoint
class StatusMessagesIT {

    private static final OfficialStatusRules RULES = new OfficialStatusRules();
    private static final String PROVIDER = "0242:000200";

    private static ReceivingAccessPoint receiver;

    @LocalServerPort
    private int port;

    @Autowired
    private Anstadt anstadt;

    @Autowired
    private Said said;

    @Autowired
    private TestLookup lookup;

    @Autowired
    private MeterRegistry meters;

    @BeforeAll
    static void start() throws IOException {
        Path folder = Path.of(System.getProperty("basedir", "."), "target", "received-" + UUID.randomUUID());
        Files.createDirectories(folder);
        receiver = ReceivingAccessPoint.start(folder, "sender");
    }

    @AfterAll
    static void stop() {
        receiver.close();
    }

    @BeforeEach
    void register() {
        lookup.put(PROVIDER, receiver.url(), "sender");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BV | <cbc:BuyerReference> | <!-- | </cbc:BuyerReference> | -->",
                "SV | <cbc:IssueDate> | <cbc:IssueDate>no day | x | x",
                "BV | xrechnung_3.0 | xrechnung_0.9 | x | x"
            })
    void rejectsWhatIsNotInOrder(String cause, String text, String instead, String other, String otherInstead)
            throws Exception {
        CaseId caseId = taken(aMessage()
                .carries(document -> inInvoice(
                        document, invoice -> invoice.replace(text, instead).replace(other, otherInstead))));

        OutboundMessage status = said.arrived(caseId).get(0);

        byte[] envelope = receiver.taken(status.delivery().orElseThrow().messageId());
        assertThat(RULES.broken(envelope)).isEmpty();
        String response = text(envelope);
        assertThat(response)
                .contains(">RE<", ">" + cause + "<", ">" + status.answers() + "<")
                .doesNotContain(">AP<");
        assertThat(BusinessDocument.of(Spool.of(envelope)).receiver().value()).isEqualTo(PROVIDER);
        assertThat(anstadt.history(caseId)).contains("StatusDelivered");
    }

    @Test
    void acceptsWhereTheSenderWantsToKnow() throws Exception {
        CaseId caseId = taken(wanted());

        OutboundMessage status = said.arrived(caseId).get(0);

        byte[] envelope = receiver.taken(status.delivery().orElseThrow().messageId());
        assertThat(RULES.broken(envelope)).isEmpty();
        assertThat(text(envelope)).contains(">AP<");
        SignedAnswer receipt =
                SignedAnswer.by("sender", status.delivery().orElseThrow().receipt());
        assertThat(receipt.answers()).isEqualTo(status.delivery().orElseThrow().messageId());
    }

    @ParameterizedTest
    @CsvSource({"FAILURE_ONLY", "nonsense"})
    void saysNothingElse(String type) throws Exception {
        assertThat(said.about(taken(aMessage().wants("MLS_TYPE", type)))).isEmpty();
    }

    @Test
    void saysNothingWhereNobodyAsks() throws Exception {
        assertThat(said.about(taken(aMessage()))).isEmpty();
    }

    @Test
    void tellsWhomTheSenderNames() throws Exception {
        lookup.put("0242:000200-STATUS", receiver.url(), "sender");

        CaseId caseId = taken(wanted().wants("MLS_TO", "0242:000200-STATUS"));

        assertThat(said.arrived(caseId)).extracting(OutboundMessage::receiver).containsExactly("0242:000200-STATUS");
    }

    /** Else anybody could make us tell strangers of invoices that are none of theirs. */
    @ParameterizedTest
    @ValueSource(strings = {"0088:4012345000009", "0242:000300", "0242:000300-STATUS", "0242:0002001"})
    void tellsTheProviderWhereTheSenderNamesAThirdParty(String other) throws Exception {
        CaseId caseId = taken(wanted().wants("MLS_TO", other));

        assertThat(said.arrived(caseId)).extracting(OutboundMessage::receiver).containsExactly(PROVIDER);
    }

    @Test
    void tellsTheProviderWhereHisPartIsNotRegistered() throws Exception {
        OutboundMessage status = said.arrived(taken(wanted().wants("MLS_TO", PROVIDER + "-NOBODY")))
                .get(0);

        byte[] envelope = receiver.taken(status.delivery().orElseThrow().messageId());
        assertThat(BusinessDocument.of(Spool.of(envelope)).receiver().value()).isEqualTo(PROVIDER);
    }

    /** One for each envelope, however often it comes. */
    @Test
    void saysItOnceForEachEnvelope() throws Exception {
        AMessage first = wanted();
        CaseId caseId = taken(first);
        said.arrived(caseId);

        taken(first);
        AMessage other = wanted().withInvoiceOf(first);
        assertThat(taken(other)).isEqualTo(caseId);

        assertThat(said.arrived(caseId))
                .hasSize(2)
                .extracting(OutboundMessage::answers)
                .doesNotHaveDuplicates();
    }

    @Test
    void comesAgainToOneWhoIsNotThere() throws Exception {
        try (ServerSocket nobody = new ServerSocket(0)) {
            lookup.put(PROVIDER, URI.create("http://127.0.0.1:" + nobody.getLocalPort() + "/as4"), "sender");
            nobody.close();
            double before = unanswered();
            CaseId caseId = anstadt.taken(forItsOffice(), new SendingAccessPoint(port));
            anstadt.awaitAssigned(caseId);
            await().until(() -> unanswered() > before);
            assertThat(said.about(caseId)).allMatch(status -> status.delivery().isEmpty());

            register();

            assertThat(said.arrived(caseId)).hasSize(1);
        }
    }

    /** Our own access point takes no status messages for others, and says so. */
    @Test
    void isLeftToAPersonWhenItIsRefused() throws Exception {
        lookup.put(PROVIDER, URI.create("http://127.0.0.1:" + port + "/as4"), "access-point");
        CaseId caseId = anstadt.taken(forItsOffice(), new SendingAccessPoint(port));

        DeadLetter letter = said.deadLetter(caseId);

        assertThat(letter.reason()).contains("NOT_SERVICED");
        assertThat(letter.attempts()).isEqualTo(1);
        assertThat(SignedAnswer.by(
                                "access-point",
                                said.about(caseId).get(0).refusal().orElseThrow())
                        .errorDetail())
                .contains("NOT_SERVICED");
        anstadt.awaitAssigned(caseId);
        assertThat(anstadt.mark(caseId)).isEqualTo(Mark.OPEN);
        assertThat(anstadt.history(caseId)).contains("ErrandGivenUp").doesNotContain("StageGivenUp");

        register();
        said.sendAgain(letter);

        assertThat(said.arrived(caseId)).hasSize(1);
    }

    @Test
    void leavesTheProofWithTheMessage() throws Exception {
        AMessage message = wanted();
        said.arrived(taken(message));

        Map<String, byte[]> evidence = anstadt.evidence(message.messageId());

        assertThat(evidence).containsKeys("status.xml", "status-envelope.xml", "status-payload.bin");
        assertThat(SignedAnswer.by("sender", evidence.get("status-receipt.xml")).received())
                .isEqualTo(SignedAnswer.references(text(evidence.get("status-envelope.xml"))));
    }

    private double unanswered() {
        return meters.counter("rechnungseingang.peppol.sent", "outcome", "unanswered")
                .count();
    }

    private CaseId taken(AMessage message) throws Exception {
        CaseId caseId = anstadt.taken(message, new SendingAccessPoint(port));
        anstadt.awaitChecked(caseId);
        return caseId;
    }

    // Nothing holds it.
    private static AMessage forItsOffice() {
        return wanted().carries("05999001-40010-37", "04011000-1234512345-06");
    }

    private static AMessage wanted() {
        return aMessage().wants("MLS_TYPE", "ALWAYS_SEND");
    }

    // What the envelope says stays as it is.
    private static String inInvoice(String document, UnaryOperator<String> otherwise) {
        int header = document.indexOf("</sh:StandardBusinessDocumentHeader>");
        return document.substring(0, header) + otherwise.apply(document.substring(header));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
