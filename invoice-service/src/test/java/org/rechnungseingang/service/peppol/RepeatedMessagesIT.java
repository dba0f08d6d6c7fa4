package org.rechnungseingang.service.peppol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rechnungseingang.service.peppol.AMessage.aMessage;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a sender sends twice is taken once, and he hears so each time. */
@WithAccessPoint
class RepeatedMessagesIT {

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
    void answersTheSameMessageWithTheSameReceipt() throws Exception {
        int before = anstadt.cases();
        AMessage message = aMessage();
        HttpMessage sent = message.http();

        byte[] first = sender.send(sent).body();
        byte[] second = sender.send(sent).body();

        assertThat(SignedAnswer.by("access-point", first).errorCode()).isEmpty();
        assertThat(second).isEqualTo(first);
        assertThat(anstadt.messages(message)).hasSize(1);
        assertThat(anstadt.cases()).isEqualTo(before + 1);
    }

    @Test
    void takesOneOfManyAtOnce() {
        int before = anstadt.cases();
        AMessage message = aMessage();
        HttpMessage sent = message.http();

        List<CompletableFuture<HttpResponse<byte[]>>> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> sender.send(sent)))
                .toList();

        assertThat(answers.stream().map(answer -> answer.join().statusCode())).containsOnly(200);
        assertThat(answers.stream()
                        .map(answer -> new String(answer.join().body()))
                        .distinct())
                .hasSize(1);
        assertThat(anstadt.messages(message)).hasSize(1);
        assertThat(anstadt.cases()).isEqualTo(before + 1);
    }

    @Test
    void givesAMessageSignedAnewAReceiptOfItsOwnAndNoSecondCase() throws Exception {
        int before = anstadt.cases();
        AMessage message = aMessage();

        SignedAnswer first =
                SignedAnswer.by("access-point", sender.send(message.http()).body());
        SignedAnswer second =
                SignedAnswer.by("access-point", sender.send(message.http()).body());

        assertThat(first.answers()).isEqualTo(message.messageId());
        assertThat(second.answers()).isEqualTo(message.messageId());
        assertThat(second.received()).hasSize(3).isNotEqualTo(first.received());
        assertThat(anstadt.messages(message)).hasSize(2).noneMatch(As4Messages.Message::idReused);
        assertThat(anstadt.cases()).isEqualTo(before + 1);
    }

    @Test
    void takesAnotherContentUnderAKnownNameAndFlagsIt() {
        UUID name = UUID.randomUUID();
        AMessage first = aMessage().carries(envelopeName(name));
        AMessage other = aMessage().carries(envelopeName(name));
        int before = anstadt.cases();

        sender.send(first.http());
        sender.send(other.http());

        assertThat(anstadt.cases()).isEqualTo(before + 2);
        assertThat(anstadt.messages(first))
                .singleElement()
                .satisfies(taken -> assertThat(taken.idReused()).isFalse());
        assertThat(anstadt.messages(other))
                .singleElement()
                .satisfies(taken -> assertThat(taken.idReused()).isTrue());
        assertThat(anstadt.history(other)).contains("EnvelopeIdReused");
    }

    @Test
    void findsTheInvoiceThatHasComeByAnotherWay() {
        AMessage message = aMessage();
        sender.send(message.http());
        int before = anstadt.cases();

        anstadt.handIn(anstadt.invoices(message).get(0));

        assertThat(anstadt.cases()).isEqualTo(before);
    }

    private static UnaryOperator<String> envelopeName(UUID name) {
        return document -> document.replaceFirst("<sh:InstanceIdentifier>[^<]*", "<sh:InstanceIdentifier>" + name);
    }
}
