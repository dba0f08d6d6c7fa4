package org.rechnungseingang.service.peppol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rechnungseingang.service.peppol.AMessage.aMessage;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.service.peppol.as4.Canonical;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What may differ between senders without being wrong: each message gets its AS4 receipt and becomes one case. */
@WithAccessPoint
class HonestMessagesIT {

    private static final Pattern DECLARATION = Pattern.compile(" xmlns(:[a-z]+)?=\"[^\"]*\"");

    @LocalServerPort
    private int port;

    @Autowired
    private Anstadt anstadt;

    private SendingAccessPoint sender;

    @BeforeEach
    void prepare() {
        sender = new SendingAccessPoint(port);
    }

    @Test
    void takesTheUsualMessage() throws Exception {
        isTaken(aMessage());
    }

    @Test
    void takesAnUncompressedPayload() throws Exception {
        isTaken(aMessage().plain());
    }

    @Test
    void takesAContentIdWithAPlusSign() throws Exception {
        isTaken(aMessage().contentId("a+b@sender.example", "a+b@sender.example"));
    }

    @Test
    void takesAContentIdThatReferencesHavePercentCoded() throws Exception {
        isTaken(aMessage().contentId("a+b/%20c@sender.example", "a%2Bb%2F%2520c%40sender.example"));
    }

    @Test
    void takesAMessageThatIsSealedForTheNextKey() throws Exception {
        isTaken(aMessage().sealing(sealing -> sealing.receiver("access-point-next")));
    }

    @Test
    void takesAnotherSender() throws Exception {
        isTaken(aMessage().sealing(sealing -> sealing.signer("other-sender")).says("POP000200", "POP000300"));
    }

    /** An access point may be the sender's and the receiver's at once. */
    @Test
    void takesWhatThisAccessPointSendsToItself() throws Exception {
        isTaken(aMessage().sealing(sealing -> sealing.signer("access-point")).says("POP000200", "POP000100"));
    }

    /** RFC 2046, 5.1.1: what follows the closing boundary, be it nothing, is no part of the message. */
    @ParameterizedTest
    @ValueSource(strings = {"--", "--\r\n\r\nsent by one\r\n--other--\r\n"})
    void takesAnyEnd(String end) throws Exception {
        isTaken(aMessage().sent(http -> http.withBody(ended(http.body(), end))));
    }

    private static byte[] ended(byte[] body, String end) {
        return (new String(body, 0, body.length - 4, StandardCharsets.ISO_8859_1) + end)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void takesATimestampOfNow() throws Exception {
        isTaken(WrongSigners.timestamp(WrongSigners.at(-1), WrongSigners.at(300))
                .apply(aMessage()));
    }

    @Test
    void takesParticipantsInOtherLetters() throws Exception {
        isTaken(aMessage().says(Templates.SENDER, "0088:ABC").carries(Templates.SENDER, "0088:abc"));
    }

    @Test
    void takesAnInvoiceWhoseNamespacesOnlyTheEnvelopeDeclares() throws Exception {
        isTaken(aMessage().carries(HonestMessagesIT::withNamespacesOutside));
    }

    @Test
    void takesAPayloadInAnotherEncoding() throws Exception {
        isTaken(aMessage()
                .carries("encoding=\"UTF-8\"", "encoding='ISO-8859-1'")
                .encoded(bytes -> new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void takesAPayloadInUtf16() throws Exception {
        isTaken(aMessage()
                .carries("encoding=\"UTF-8\"", "encoding=\"UTF-16\"")
                .encoded(bytes -> new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16)));
    }

    @Test
    void takesCommentsAndInstructionsAroundTheDocument() throws Exception {
        isTaken(aMessage()
                .carries("<sh:StandardBusinessDocument ", "<!-- <a> --><?a <b>?><sh:StandardBusinessDocument ")
                .carries("</Invoice>", "</Invoice><!-- <Invoice> --><?d </x>?>")
                .carries("<Invoice ", "\r\n<!-- </Invoice> > ' --><?c \"<Invoice>\"?>\n<Invoice "));
    }

    @Test
    void answersTheSameMessageWithTheSameReceipt() throws Exception {
        AMessage message = aMessage();
        HttpMessage http = message.http();

        byte[] first = sender.send(http).body();
        byte[] second = sender.send(http).body();

        assertThat(second).isEqualTo(first);
        assertThat(anstadt.invoices(message)).hasSize(1);
    }

    private void isTaken(AMessage message) throws Exception {
        HttpMessage http = message.http();
        int before = anstadt.cases();

        HttpResponse<byte[]> response = sender.send(http);

        assertThat(response.statusCode()).isEqualTo(200);
        SignedAnswer answer = SignedAnswer.by("access-point", response.body());
        assertThat(answer.errorCode()).as(answer.description()).isEmpty();
        assertThat(answer.answers()).isEqualTo(message.messageId());
        assertThat(answer.received()).hasSize(3).containsExactlyElementsOf(SignedAnswer.references(http.soap()));
        assertThat(anstadt.cases()).isEqualTo(before + 1);
        List<byte[]> invoices = anstadt.invoices(message);
        assertThat(invoices).hasSize(1);
        assertThat(Canonical.of(invoices.get(0))).isEqualTo(Canonical.of(message.invoice()));
    }

    private static String withNamespacesOutside(String document) {
        String tag =
                document.substring(document.indexOf("<Invoice "), document.indexOf('>', document.indexOf("<Invoice ")));
        String declared =
                DECLARATION.matcher(tag).results().map(MatchResult::group).collect(Collectors.joining());
        return document.replace(tag, DECLARATION.matcher(tag).replaceAll(""))
                .replace("<sh:StandardBusinessDocument ", "<sh:StandardBusinessDocument" + declared + " ");
    }
}
