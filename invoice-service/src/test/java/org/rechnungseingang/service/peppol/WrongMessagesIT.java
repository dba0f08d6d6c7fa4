package org.rechnungseingang.service.peppol;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is wrong with a message: its sender hears what in a signed error, and no case is made of it. */
@WithAccessPoint
class WrongMessagesIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Anstadt anstadt;

    private SendingAccessPoint sender;

    @BeforeEach
    void prepare() {
        sender = new SendingAccessPoint(port);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void areRefused(Wrong wrong) throws Exception {
        isRefused(wrong);
    }

    static Stream<Wrong> areRefused() {
        return Stream.of(
                        WrongSigners.all(),
                        WrongSignatures.all(),
                        WrongEncryption.all(),
                        WrongHeaders.all(),
                        WrongPayloads.all(),
                        WrongOnTheWire.all())
                .flatMap(wrong -> wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE"})
    void takesNothingButPost(String method) {
        HttpResponse<byte[]> answer = sender.send(method);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void keepsWhatSomebodyBelievedHasSent() {
        AMessage believed = AMessage.aMessage().says(">application/gzip<", ">application/zip<");
        AMessage nobody = AMessage.aMessage().forged("/initiator<", "/responder<");

        sender.send(believed.http());
        sender.send(nobody.http());

        assertThat(anstadt.refusals(believed)).isEqualTo(1);
        assertThat(anstadt.refusals(nobody)).isZero();
    }

    private void isRefused(Wrong wrong) throws Exception {
        AMessage message = wrong.message().apply(AMessage.aMessage());
        HttpMessage http = message.http();
        int before = anstadt.cases();

        HttpResponse<byte[]> response = sender.send(http);

        assertThat(response.statusCode()).isEqualTo(200);
        SignedAnswer answer = SignedAnswer.by("access-point", response.body());
        assertThat(answer.errorCode())
                .as(answer.description())
                .isEqualTo(wrong.error().code());
        assertThat(answer.errorDetail()).isEqualTo(wrong.detail());
        String named = wrong.nameless() ? "" : message.messageId();
        assertThat(answer.messageInError()).isEqualTo(named);
        assertThat(answer.answers()).isEqualTo(named);
        assertThat(anstadt.cases()).isEqualTo(before);
    }
}
