package org.rechnungseingang.service.peppol.as4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.cxf.attachment.AttachmentDeserializer;
import org.apache.cxf.message.Attachment;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageImpl;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rechnungseingang.service.peppol.TestPki;
import org.rechnungseingang.service.peppol.as4.BusinessDocument.Identifier;

/** Our own sending and receiving side, each with its key: what one seals the other opens, and its answer is believed. */
class SealMessageTests {

    private static final byte[] DOCUMENT = "<document>ä</document>".getBytes(StandardCharsets.UTF_8);

    private final Clock clock = Clock.systemUTC();
    private final OwnKeys ours = keys("access-point");
    private final OwnKeys theirs = keys("sender");
    private final TrustedCertificates trusted = new TrustedCertificates(
            CertificateFiles.certificates(file("access-point-ca.pem")),
            TrustedCertificates.Revocation.HARD_FAIL,
            () -> List.copyOf(CertificateFiles.revocationLists(file("access-point-ca.crl"))),
            clock);
    private final OpenReply reply = new OpenReply(trusted);
    private final OutgoingMessage message = new OutgoingMessage(
            UUID.randomUUID() + "@ours",
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            new Identifier("cenbii-procid-ubl", "urn:peppol:edec:mls"),
            new Identifier("busdox-docid-qns", "urn:type::Type##1"),
            new Identifier("iso6523-actorid-upis", "0242:000100"),
            new Identifier("iso6523-actorid-upis", "0242:000200"),
            DOCUMENT);
    private final SealedMessage sealed =
            new SealMessage(ours).seal(message, theirs.all().get(0).certificate());

    @Test
    void isOpenedByItsReceiver() throws Exception {
        OpenedMessage opened = opened(theirs);

        assertThat(opened.signerName()).isEqualTo("POP000100");
        assertThat(opened.header().messageId()).isEqualTo(message.messageId());
        assertThat(opened.header().timestamp()).isEqualTo(message.timestamp());
        assertThat(opened.header().to().id()).isEqualTo(new UserMessage.Named(Names.ACCESS_POINT, "POP000200"));
        assertThat(opened.header().agreement()).isEqualTo(Names.AGREEMENT);
        assertThat(opened.header().action()).isEqualTo("busdox-docid-qns::urn:type::Type##1");
        assertThat(opened.header().property("finalRecipient"))
                .contains(new UserMessage.Named("iso6523-actorid-upis", "0242:000200"));
        assertThat(Payload.of(opened, 1_000).toBytes()).isEqualTo(DOCUMENT);
        assertThat(opened.payload().bytes().toBytes()).isEqualTo(sealed.payload());
    }

    @Test
    void isOpenedByNobodyElse() {
        assertThatThrownBy(() -> opened(keys("other-sender"))).hasMessageContaining("not encrypted for a certificate");
    }

    @Test
    void isReceivedIfTheReceiptSaysSo() throws Exception {
        byte[] receipt = signals(theirs).receipt(opened(theirs));

        assertThat(reply.open(receipt, sealed))
                .isInstanceOfSatisfying(
                        Reply.Received.class,
                        received -> assertThat(received.receipt()).isEqualTo(receipt));
    }

    @Test
    void isRefusedIfTheErrorSaysSo() {
        MessageRefused refusal = new MessageRefused(EbmsError.OTHER, "Not here", "PEPPOL:NOT_SERVICED");

        byte[] error = signals(theirs).error(refusal, Optional.of(message.messageId()));

        Reply.Refused refused = refused(error);

        assertThat(refused.text()).isEqualTo("EBMS:0004 Other Not here PEPPOL:NOT_SERVICED");
        assertThat(refused.comeAgain()).isFalse();
        assertThat(refused.error()).isEqualTo(error);
    }

    @ParameterizedTest
    @EnumSource(
            value = EbmsError.class,
            names = {"DELIVERY_FAILURE", "FAILED_AUTHENTICATION", "FAILED_DECRYPTION", "OTHER"})
    void canBeSentAgainIfTheErrorMayBeOfTheMoment(EbmsError error) {
        byte[] later = signals(theirs).error(new MessageRefused(error, "Later"), Optional.empty());

        assertThat(refused(later).comeAgain()).isTrue();
    }

    @Test
    void cannotBeSentAgainIfTheErrorIsInTheMessage() {
        byte[] error = signals(theirs).error(new MessageRefused(EbmsError.INVALID_HEADER, "No"), Optional.empty());

        assertThat(refused(error).comeAgain()).isFalse();
    }

    @Test
    void isNotRefusedIfTheErrorIsAboutAnother() {
        MessageRefused refusal = new MessageRefused(EbmsError.OTHER, "Not here", "PEPPOL:NOT_SERVICED");
        byte[] error = signals(theirs).error(refusal, Optional.of("another@ours"));

        assertThatThrownBy(() -> reply.open(error, sealed)).hasMessageContaining("about another message");
    }

    @Test
    void isNotReceivedOnlyBecauseSomebodyElseSaysSo() throws Exception {
        byte[] receipt = signals(keys("other-sender")).receipt(opened(theirs));

        assertThatThrownBy(() -> reply.open(receipt, sealed)).hasMessageContaining("signed by POP000300");
    }

    @Test
    void isNotReceivedByOneWhoIsNotBelieved() throws Exception {
        byte[] receipt = signals(keys("sender-revoked")).receipt(opened(theirs));

        assertThatThrownBy(() -> reply.open(receipt, sealed)).hasMessageContaining("REVOKED");
    }

    @Test
    void isNotReceivedIfTheReceiptIsForAnother() throws Exception {
        SealedMessage other =
                new SealMessage(ours).seal(message, theirs.all().get(0).certificate());
        byte[] receipt = signals(theirs).receipt(opened(theirs));

        assertThatThrownBy(() -> reply.open(receipt, other)).hasMessageContaining("other digests");
    }

    @Test
    void isNotReceivedIfTheReceiptWasChanged() throws Exception {
        String receipt = new String(signals(theirs).receipt(opened(theirs)), StandardCharsets.UTF_8);
        byte[] changed = receipt.replace(message.messageId(), "another@ours").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> reply.open(changed, sealed)).hasMessageContaining("signature is wrong");
    }

    @Test
    void isNotReceivedIfTheAnswerIsNoSignal() {
        byte[] page = "<html>It works</html>".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> reply.open(page, sealed)).isInstanceOf(MessageRefused.class);
    }

    private Reply.Refused refused(byte[] answer) {
        return assertThat(reply.open(answer, sealed))
                .asInstanceOf(InstanceOfAssertFactories.type(Reply.Refused.class))
                .actual();
    }

    private Signals signals(OwnKeys keys) {
        return new Signals(keys, () -> UUID.randomUUID() + "@theirs", clock);
    }

    private OpenedMessage opened(OwnKeys keys) throws Exception {
        Message http = new MessageImpl();
        http.put(Message.CONTENT_TYPE, sealed.contentType());
        http.setContent(InputStream.class, new ByteArrayInputStream(sealed.body()));
        AttachmentDeserializer mime = new AttachmentDeserializer(http);
        mime.initializeAttachments();
        byte[] soap = Spool.of(http.getContent(InputStream.class), 100_000).toBytes();
        Attachment part = mime.readNext();
        Spool bytes = Spool.of(part.getDataHandler().getInputStream(), 100_000);
        return new OpenMessage(keys, trusted, clock)
                .open(SoapEnvelope.of(soap), Map.of(part.getId(), new Attached("application/octet-stream", bytes)));
    }

    private static OwnKeys keys(String name) {
        return new OwnKeys(List.of(OwnKey.in(file(name + ".p12"), "peppol-demo")), Clock.systemUTC());
    }

    private static Path file(String name) {
        return TestPki.folder().resolve(name);
    }
}
