package org.rechnungseingang.service.peppol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rechnungseingang.service.peppol.AMessage.aMessage;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.database.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The database does not answer: the sender hears in time that he should come again, and then nothing stands in his way. */
@WithAccessPoint
class AccessPointInTroubleIT {

    /** The access point waits 4 s; without a patience of its own it would wait for the 10 s that any lock is waited for. */
    private static final Duration WITHOUT_PATIENCE = Duration.ofSeconds(9);

    @LocalServerPort
    private int port;

    @Autowired
    private Anstadt anstadt;

    @Autowired
    private Environment environment;

    @Test
    void invitesTheSenderToComeAgain() throws Exception {
        SendingAccessPoint sender = new SendingAccessPoint(port);
        HttpMessage message = aMessage().http();
        // What is done for the first time takes its time.
        sender.send(aMessage().http());
        int before = anstadt.cases();

        HttpResponse<byte[]> meanwhile = withoutDatabase(() -> sender.send(message));
        HttpResponse<byte[]> again = sender.send(message);

        assertThat(meanwhile.statusCode()).isEqualTo(503);
        assertThat(meanwhile.headers().firstValue("Retry-After")).isPresent();
        assertThat(SignedAnswer.by("access-point", meanwhile.body()).errorCode())
                .isEqualTo("EBMS:0202");
        assertThat(SignedAnswer.by("access-point", again.body()).received()).hasSize(3);
        assertThat(anstadt.cases()).isEqualTo(before + 1);
    }

    private <T> T withoutDatabase(Supplier<T> work) {
        DataSource superuser = TestDatabase.at(environment.getRequiredProperty("spring.datasource.url"))
                .superuser();
        return new TransactionTemplate(new JdbcTransactionManager(superuser)).execute(status -> {
            JdbcClient.create(superuser)
                    .sql("lock table as4_message in access exclusive mode")
                    .update();
            long begun = System.nanoTime();
            T result = work.get();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(WITHOUT_PATIENCE);
            return result;
        });
    }
}
