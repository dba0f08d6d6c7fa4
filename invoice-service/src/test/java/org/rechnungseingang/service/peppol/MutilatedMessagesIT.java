package org.rechnungseingang.service.peppol;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.peppol.as4.Canonical;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Wherever a message is mutilated: the answer is signed, never that we are at fault, and never is the invoice another one. */
@WithAccessPoint
class MutilatedMessagesIT {

    private static final int MESSAGES = 150;
    private static final Pattern TAG = Pattern.compile("<([a-zA-Z0-9]+:[A-Za-z]+)[ />]");
    private static final Pattern ATTRIBUTE = Pattern.compile(" [a-zA-Z0-9:]+=\"[^\"]*\"");
    private static final Pattern VALUE = Pattern.compile("(?<=>)[^<>]+(?=<)|(?<==\")[^\"]*(?=\")");
    private static final List<String> OTHER_VALUES =
            List.of("", " ", "#", "cid:", "http://a b", "%", "ä", "-1", "x".repeat(3_000), "#body", "#messaging");

    @LocalServerPort
    private int port;

    @Autowired
    private Anstadt anstadt;

    @Test
    void areAnsweredWithASignedErrorOrTakenForWhatTheyAre() throws Exception {
        SendingAccessPoint sender = new SendingAccessPoint(port);
        for (int seed = 0; seed < MESSAGES; seed++) {
            Random random = new Random(seed);
            AMessage message = AMessage.aMessage();
            HttpMessage http = message.forged(soap -> mutilated(soap, random)).http();

            HttpResponse<byte[]> response = sender.send(random.nextInt(4) == 0 ? broken(http, random) : http);

            assertThat(response.statusCode()).as("seed " + seed).isEqualTo(200);
            SignedAnswer answer = SignedAnswer.by("access-point", response.body());
            assertThat(anstadt.invoices(message))
                    .as("seed " + seed)
                    .hasSize(answer.errorCode().isEmpty() ? 1 : 0)
                    .allSatisfy(
                            invoice -> assertThat(Canonical.of(invoice)).isEqualTo(Canonical.of(message.invoice())));
        }
    }

    private static String mutilated(String soap, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> withoutElement(soap, random, 0);
            case 1 -> withoutElement(soap, random, 2);
            case 2 -> replaced(soap, ATTRIBUTE, "", random);
            case 3 -> replaced(soap, VALUE, OTHER_VALUES.get(random.nextInt(OTHER_VALUES.size())), random);
            default -> soap;
        };
    }

    private static String withoutElement(String soap, Random random, int times) {
        MatchResult tag = any(soap, TAG, random);
        String element = Texts.element(soap.substring(tag.start()), tag.group(1));
        return soap.substring(0, tag.start()) + element.repeat(times) + soap.substring(tag.start() + element.length());
    }

    private static String replaced(String soap, Pattern what, String by, Random random) {
        MatchResult found = any(soap, what, random);
        return soap.substring(0, found.start()) + by + soap.substring(found.end());
    }

    private static MatchResult any(String soap, Pattern pattern, Random random) {
        List<MatchResult> all = pattern.matcher(soap).results().toList();
        return all.get(random.nextInt(all.size()));
    }

    private static HttpMessage broken(HttpMessage http, Random random) {
        byte[] body = http.body().clone();
        body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
        return http.withBody(body);
    }
}
