package org.rechnungseingang.service.peppol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rechnungseingang.service.peppol.AMessage.aMessage;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.database.TestDatabase;
import org.rechnungseingang.service.peppol.as4.IncomingMessage;
import org.rechnungseingang.service.peppol.as4.OpenMessage;
import org.rechnungseingang.service.peppol.as4.OwnKeys;
import org.rechnungseingang.service.peppol.as4.Signals;
import org.rechnungseingang.service.peppol.as4.TrustedCertificates;
import org.rechnungseingang.service.peppol.as4.TrustedCertificates.Revocation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The database does not answer: the sender hears in time that he should come again, if he was right, and then nothing stands in his way. */
@WithAccessPoint
class AccessPointInTroubleIT {

    /** The access point waits 4 s; without a patience of its own it would wait for the 10 s that any lock is waited for. */
    private static final Duration WITHOUT_PATIENCE = Duration.ofSeconds(9);

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

    @LocalServerPort
    private int port;

    @Autowired
    private Anstadt anstadt;

    @Autowired
    private Environment environment;

    @Autowired
    private ApplicationContext context;

    @Test
    void invitesTheSenderToComeAgain() throws Exception {
        SendingAccessPoint sender = new SendingAccessPoint(port);
        HttpMessage message = aMessage().http();
        // What is done for the first time takes its time.
        sender.send(aMessage().http());
        int before = anstadt.cases();

        HttpResponse<byte[]> meanwhile = without("as4_message", () -> sender.send(message));
        HttpResponse<byte[]> again = sender.send(message);

        assertThat(meanwhile.statusCode()).isEqualTo(503);
        assertThat(meanwhile.headers().firstValue("Retry-After")).isPresent();
        assertThat(SignedAnswer.by("access-point", meanwhile.body()).errorCode())
                .isEqualTo("EBMS:0202");
        assertThat(SignedAnswer.by("access-point", again.body()).received()).hasSize(3);
        assertThat(anstadt.cases()).isEqualTo(before + 1);
    }

    /** A wrong message is wrong whenever it comes. */
    @Test
    void refusesAllTheSameAndKeepsWhatWasRefusedLater() throws Exception {
        SendingAccessPoint sender = new SendingAccessPoint(port);
        AMessage wrong = aMessage().says(">application/gzip<", ">application/zip<");
        HttpMessage message = wrong.http();
        sender.send(aMessage().http());

        HttpResponse<byte[]> answer = without("as4_refusal", () -> sender.send(message));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(SignedAnswer.by("access-point", answer.body()).errorCode()).isEqualTo("EBMS:0002");
        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(anstadt.refusals(wrong)).isEqualTo(1));
    }

    @Test
    void triesAgainToKeepWhatWasRefused() {
        AMessage wrong = aMessage().says(">application/gzip<", ">application/zip<");
        HttpMessage message = wrong.http();
        JdbcClient superuser = JdbcClient.create(superuser());

        superuser.sql("alter table as4_refusal rename to as4_refusal_away").update();
        try {
            assertThat(new SendingAccessPoint(port).send(message).statusCode()).isEqualTo(200);
        } finally {
            superuser.sql("alter table as4_refusal_away rename to as4_refusal").update();
        }

        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(anstadt.refusals(wrong)).isEqualTo(1));
    }

    /** Nothing is known against him: neither a list is there nor an address to ask at. */
    @Test
    void invitesAgainWhoseCertificateNobodyCanBeAskedAbout() throws Exception {
        TrustedCertificates nobodyToAsk = new TrustedCertificates(
                List.of(TestPki.certificate("access-point-ca")), Revocation.HARD_FAIL, List::of, Clock.systemUTC());
        AMessage message = aMessage();
        String all = new String(message.http().body(), StandardCharsets.ISO_8859_1);
        byte[] envelope = Texts.element(all, "S12:Envelope").getBytes(StandardCharsets.ISO_8859_1);

        Answer answer =
                receiving(nobodyToAsk).receive(() -> new IncomingMessage(envelope, Map.of(), true), Instant.now());

        assertThat(answer.comeAgain()).isTrue();
        SignedAnswer signed = SignedAnswer.by("access-point", answer.signal());
        assertThat(signed.errorCode()).isEqualTo("EBMS:0202");
        assertThat(signed.answers()).isEqualTo(message.messageId());
    }

    private ReceiveMessage receiving(TrustedCertificates trusted) {
        OwnKeys keys = context.getBean(OwnKeys.class);
        AccessPointProperties properties = context.getBean(AccessPointProperties.class);
        Clock clock = Clock.systemUTC();
        return new ReceiveMessage(
                new OpenMessage(keys, trusted, clock),
                new MessageRules(keys.party(), context.getBean(Served.class), properties, clock),
                context.getBean(Signals.class),
                context.getBean(Towns.class),
                properties,
                context.getBean(MeterRegistry.class));
    }

    private <T> T without(String table, Supplier<T> work) {
        DataSource superuser = superuser();
        return new TransactionTemplate(new JdbcTransactionManager(superuser)).execute(status -> {
            JdbcClient.create(superuser)
                    .sql("lock table " + table + " in access exclusive mode")
                    .update();
            long begun = System.nanoTime();
            T result = work.get();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(WITHOUT_PATIENCE);
            return result;
        });
    }

    private DataSource superuser() {
        return TestDatabase.at(environment.getRequiredProperty("spring.datasource.url"))
                .superuser();
    }
}
